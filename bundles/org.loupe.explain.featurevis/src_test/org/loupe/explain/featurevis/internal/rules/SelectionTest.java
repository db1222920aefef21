/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 10, 101})
  void isTheElementOfTheSortedArray(int size) {
    Random random = new Random(size);
    // Numbers all different, and with many that are equal.
    for (int distinct : new int[] {Integer.MAX_VALUE, 3, 1}) {
      double[] values = random.ints(size, 0, distinct).asDoubleStream().toArray();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      for (int position = 0; position < size; position++) {
        assertEquals(sorted[position], Selection.of(values.clone(), position));
        assertEquals(sorted[position], Selection.of(sorted.clone(), position));
      }
    }
  }
}
