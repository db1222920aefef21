/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

  @ParameterizedTest
  @CsvSource({
      "0,1,6,0 0.2 0.4 0.6 0.8 1.0", "-1,1,5,-1.0 -0.5 0 0.5 1.0", "0,100,5,0 50 100", "0,0.3,4,0 0.1 0.2 0.3",
      "3,17,8,4 6 8 10 12 14 16", "-0.013,0.013,4,-0.01 0 0.01", "-0.049,0.045,4,-0.049 0.045",
      "7.00001,7.00002,2,7.00001 7.00002", "0,2500000,6,0 5e5 1.0e6 1.5e6 2.0e6 2.5e6",
      "0,3e-7,4,0 1e-7 2e-7 3e-7", "1000,1001,4,1000.0 1000.5 1001.0", "5,5,4,5", "-3,-1,3,-3 -2 -1"})
  void areRoundNumbers(double min, double max, int atMost, String labels) {
    assertEquals(labels, String.join(" ", Ticks.between(min, max, atMost).labels()));
  }

  @Test
  void anyRangeHasEvenTicksWithinItThatTheirLabelsTellApart() {
    Random random = new Random(17);
    for (int round = 0; round < 5_000; round++) {
      double span = Math.pow(10, random.nextDouble() * 40 - 20);
      double min = (random.nextDouble() - 0.7) * span * (round % 3 == 0 ? 1000 : 1);
      double max = min + span;
      int atMost = random.nextInt(2, 12);
      Ticks t = Ticks.between(min, max, atMost);
      String what = min + " to " + max + ", " + atMost + ": " + t;
      List<Double> v = t.values();
      assertTrue(!v.isEmpty() && v.size() <= atMost && v.size() == t.labels().size(), what);
      assertTrue(v.size() >= 2, what);
      assertEquals(v.size(), new HashSet<>(t.labels()).size(), what);
      for (int i = 0; i < v.size(); i++) {
        assertTrue(v.get(i) >= min && v.get(i) <= max, what);
        double rounding = t.step() > span * 0.999 ? Math.abs(v.get(i)) * 1e-3 : 0; // ends are not round numbers
        assertEquals(v.get(i), Double.parseDouble(t.labels().get(i)), Math.max(span * 1e-6, rounding), what);
        assertTrue(i == 0 || Math.abs(v.get(i) - v.get(i - 1) - t.step()) < t.step() * 1e-6, what);
      }
    }
  }

  @Test
  void extremeRangesStillHaveTicks() {
    double max = Double.MAX_VALUE;
    assertTrue(Ticks.between(-max, max, 5).values().size() >= 2);
    assertEquals(List.of(1e16, 1e16 + 2), Ticks.between(1e16, 1e16 + 2, 5).values());
    assertEquals(List.of(0.0, Double.MIN_VALUE), Ticks.between(0, Double.MIN_VALUE, 5).values());
  }

  @Test
  void logarithmicTicksArePowersOfTen() {
    assertEquals(List.of(1.0, 10.0, 100.0), Ticks.logarithmic(0.5, 200, 5).values());
    assertEquals(List.of("1e-6", "0.001", "1", "1000"), Ticks.logarithmic(1e-7, 9e3, 4).labels());
    assertEquals(Ticks.between(2, 9, 5), Ticks.logarithmic(2, 9, 5), "none within");
    for (double[] r : new double[][] {{Double.MIN_VALUE, Double.MAX_VALUE}, {1e-10, 1e-9}, {1, 1e9}, {0.3, 3}}) {
      Ticks t = Ticks.logarithmic(r[0], r[1], 6);
      assertTrue(t.values().size() <= 6 && t.values().size() >= 2, t::toString);
      assertTrue(t.values().getFirst() >= r[0] && t.values().getLast() <= r[1], t::toString);
    }
    assertThrows(IllegalArgumentException.class, () -> Ticks.logarithmic(0, 1, 5));
    assertThrows(IllegalArgumentException.class, () -> Ticks.logarithmic(1, Double.POSITIVE_INFINITY, 5));
  }

  @Test
  void refusesWhatIsNoRange() {
    assertThrows(IllegalArgumentException.class, () -> Ticks.between(1, 0, 5));
    assertThrows(IllegalArgumentException.class, () -> Ticks.between(Double.NaN, 0, 5));
    assertThrows(IllegalArgumentException.class, () -> Ticks.between(0, Double.POSITIVE_INFINITY, 5));
    assertThrows(IllegalArgumentException.class, () -> Ticks.between(0, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-0.0,0", "1,1", "0.123456,0.1235", "12345.6,12350", "999999,1e6", "1234567,1.235e6",
      "0.0001,0.0001", "0.00001234,1.234e-5", "-2.5,-2.5", "100,100", "NaN,NaN", "-Infinity,-inf",
      "4.9e-324,4.941e-324"})
  void numbersAreShort(double value, String expected) {
    assertEquals(expected, Numbers.format(value));
  }
}
