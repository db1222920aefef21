/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Quantiles, ranking and histograms. */
class OrderTest {

  @Test
  void quantilesInterpolateBetweenNeighbours() {
    double[] v = {4, Double.NaN, 1, 3, 2};
    assertArrayEquals(new double[] {1, 1.75, 2.5, 3.7, 4}, Quantiles.of(v, 0, 0.25, 0.5, 0.9, 1), 1e-12);
    assertEquals(7, Quantiles.one(new double[] {7}, 0.3));
    assertEquals(Double.NaN, Quantiles.one(new double[] {Double.NaN}, 0.5));
    assertThrows(IllegalArgumentException.class, () -> Quantiles.one(v, 1.01));
    assertThrows(IllegalArgumentException.class, () -> Quantiles.one(v, Double.NaN));
  }

  @Test
  void infinitiesCountInQuantiles() {
    double inf = Double.POSITIVE_INFINITY;
    double[] v = {-inf, -inf, 0, inf, inf};
    assertArrayEquals(new double[] {-inf, -inf, 0, inf, inf}, Quantiles.of(v, 0, 0.1, 0.5, 0.9, 1));
  }

  @Test
  void theFirstOfEqualsWinsAndNanRanksLast() {
    double nan = Double.NaN;
    assertEquals(1, Ranking.argMax(nan, 5, 5, 2));
    assertEquals(0, Ranking.argMax(Double.NEGATIVE_INFINITY, nan));
    assertArrayEquals(new int[] {1, 2, 4, 3, 0}, Ranking.top(9, nan, 5, 5, Double.NEGATIVE_INFINITY, 2));
    assertArrayEquals(new int[] {0, 1}, Ranking.top(2, -0.0, 0.0, 0.0));
    assertArrayEquals(new int[0], Ranking.top(0, 1.0));
    assertThrows(IllegalArgumentException.class, () -> Ranking.argMax(nan, nan));
    assertThrows(IllegalArgumentException.class, () -> Ranking.top(-1, 1.0));
  }

  @Test
  void topEqualsSorting() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      float[] v = new float[random.nextInt(1, 60)];
      for (int i = 0; i < v.length; i++) {
        v[i] = random.nextInt(10);
      }
      int[] sorted = IntStream.range(0, v.length).boxed()
          .sorted(Comparator.comparingDouble((Integer i) -> -v[i]).thenComparing(i -> i)).mapToInt(i -> i).toArray();
      int k = random.nextInt(v.length + 1);
      assertArrayEquals(Arrays.copyOf(sorted, k), Ranking.top(k, v));
      assertEquals(sorted[0], Ranking.argMax(v));
    }
  }

  @Test
  void manyValuesAtOnceAreCountedAsOneByOne() {
    Random random = new Random(11);
    double inf = Double.POSITIVE_INFINITY;
    double[][] ranges = {{0, 1}, {-3, 0.1}, {1e300, 1.7e308}, {1, 1 + 3 * Math.ulp(1.0)}, {-1e-320, 1e-320}};
    for (double[] range : ranges) {
      for (int bins : new int[] {1, 7, 64}) {
        double width = range[1] - range[0];
        double[] v = new double[4000];
        for (int i = 0; i < v.length; i++) {
          double edge = range[0] + width * random.nextInt(-1, bins + 2) / bins;
          v[i] = switch (random.nextInt(6)) {
            case 0 -> edge;
            case 1 -> Math.nextUp(edge);
            case 2 -> Math.nextDown(edge);
            case 3 -> new double[] {Double.NaN, inf, -inf, 1e308, -1e308, 0, -0.0}[random.nextInt(7)];
            default -> range[0] + width * random.nextDouble(-0.1, 1.1);
          };
        }
        Histogram.Builder single = new Histogram.Builder(bins, range[0], range[1]);
        Histogram.Builder many = new Histogram.Builder(bins, range[0], range[1]);
        for (int i = 5; i < 3990; i += 3) {
          single.add(v[i]);
        }
        many.add(v, 5, 3, 3990);
        Histogram expected = single.build();
        Histogram h = many.build();
        assertArrayEquals(expected.counts(), h.counts(), range[0] + " to " + range[1] + " in " + bins);
        assertEquals(List.of(expected.below(), expected.above(), expected.nan()),
            List.of(h.below(), h.above(), h.nan()));
      }
    }
  }

  @Test
  void aBinHoldsItsLowerEdgeAndTheLastItsUpper() {
    double[] v = {0, 0.1, 0.2, 0.3, 0.30000000000000004, 0.7, 1, -1e-9, 1.0000001, Double.NaN, 0.6, 0.5999};
    Histogram h = Histogram.of(v, 10, 0, 1);
    // the edge of bin 3 is 0.3, of bin 6 is 0.6, of bin 7 is 0.7 as computed from the range
    assertArrayEquals(new long[] {1, 1, 1, 2, 0, 1, 1, 1, 0, 1}, h.counts());
    assertEquals(1, h.below());
    assertEquals(1, h.above());
    assertEquals(1, h.nan());
  }

  @Test
  void countsEqualComparingWithEveryEdge() {
    Random random = new Random(11);
    double[] v = random.doubles(5_000, -2, 3).map(x -> Math.rint(x * 70) / 70).toArray();
    Histogram h = Histogram.of(ArrayTensor.of(Shape.of(v.length), v), 35);
    long[] counts = new long[35];
    for (double x : v) {
      for (int b = 0; b < 35; b++) {
        if (x >= h.edge(b) && (x < h.edge(b + 1) || b == 34)) {
          counts[b]++;
        }
      }
    }
    assertArrayEquals(counts, h.counts());
    assertEquals(0, h.below() + h.above());
  }

  @Test
  void constantsAndEmptyTensorsHaveBinsAndBadRangesAreRefused() {
    Histogram h = Histogram.of(ArrayTensor.of(Shape.of(2), 3.0, 3.0), 2);
    assertEquals(2.5, h.min());
    assertArrayEquals(new long[] {0, 2}, h.counts());
    assertEquals(0, Histogram.of(ArrayTensor.of(Shape.of(0), new double[0]), 3).counts()[0]);
    double[] none = {};
    assertThrows(IllegalArgumentException.class, () -> Histogram.of(none, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Histogram.of(none, 1 << 21, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Histogram.of(none, 2, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> Histogram.of(none, 2, -1e308, 1e308));
  }
}
