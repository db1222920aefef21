/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

class SummaryTest {

  @Test
  void countsWhatIsNotFiniteAndLeavesItOut() {
    Summary s = Summary.of(1, Double.NaN, -3, 0, Double.POSITIVE_INFINITY, -0.0, Double.NEGATIVE_INFINITY, 2);
    assertEquals(new Summary(8, -3, 2, 0, Math.sqrt(14.0 / 5), 1, 2, 2), s);
    assertEquals(5, s.finite());
    assertEquals(3, s.maxAbs());
  }

  @Test
  void ofNothingIsNotANumber() {
    Summary s = Summary.of(new double[] {Double.NaN});
    assertEquals(Double.NaN, s.mean());
    assertEquals(Double.NaN, s.min());
    assertEquals(Double.NaN, s.maxAbs());
    assertEquals(0, Summary.of(new float[0]).count());
  }

  @Test
  void staysExactFarFromZero() {
    double[] v = new double[10_000];
    for (int i = 0; i < v.length; i++) {
      v[i] = 1e9 + i % 2;
    }
    Summary s = Summary.of(v);
    assertEquals(1e9 + 0.5, s.mean(), 1e-6);
    assertEquals(0.5, s.std(), 1e-9);
  }

  @Test
  void tensorsInBlocksAndMergedPartsEqualTwoPasses() {
    Random random = new Random(5);
    double[] v = random.doubles(50_001, -3, 8).toArray();
    double mean = Arrays.stream(v).sum() / v.length;
    double std = Math.sqrt(Arrays.stream(v).map(x -> (x - mean) * (x - mean)).sum() / v.length);
    Summary whole = Summary.of(ArrayTensor.of(Shape.of(3, 16_667), v));
    Summary.Builder merged = new Summary.Builder();
    for (int from = 0; from < v.length; from += 7_000) {
      Summary.Builder part = new Summary.Builder();
      for (int i = from; i < Math.min(v.length, from + 7_000); i++) {
        part.add(v[i]);
      }
      merged.add(part);
    }
    merged.add(new Summary.Builder());
    for (Summary s : new Summary[] {whole, merged.build()}) {
      assertEquals(mean, s.mean(), 1e-12);
      assertEquals(std, s.std(), 1e-12);
      assertEquals(Arrays.stream(v).min().getAsDouble(), s.min());
      assertEquals(Arrays.stream(v).max().getAsDouble(), s.max());
      assertEquals(v.length, s.count());
    }
  }
}
