/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.stats;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;

/** The largest values of an array. Of equal values the first wins; NaN ranks below everything. */
public final class Ranking {
  private Ranking() {
  }

  /** Index of the largest value. @throws IllegalArgumentException if there is none that is a number */
  public static int argMax(double... values) {
    return argMax(values.length, i -> values[i]);
  }

  /** As {@link #argMax(double...)}. */
  public static int argMax(float[] values) {
    return argMax(values.length, i -> values[i]);
  }

  /**
   * Indices of the {@code k} largest values, largest first; all of them, ordered, if there are no more than {@code k}.
   *
   * @throws IllegalArgumentException if {@code k} is negative
   */
  public static int[] top(int k, double... values) {
    return top(k, values.length, i -> values[i]);
  }

  /** As {@link #top(int, double...)}. */
  public static int[] top(int k, float[] values) {
    return top(k, values.length, i -> values[i]);
  }

  private static int argMax(int n, IntToDoubleFunction value) {
    int best = -1;
    for (int i = 0; i < n; i++) {
      double v = value.applyAsDouble(i);
      if (!Double.isNaN(v) && (best < 0 || v > value.applyAsDouble(best))) {
        best = i;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("there is no largest of " + n + " values, none of them a number");
    }
    return best;
  }

  private static int[] top(int k, int n, IntToDoubleFunction value) {
    if (k < 0) {
      throw new IllegalArgumentException("the top " + k + " values were asked for");
    }
    PriorityQueue<Entry> worstFirst = new PriorityQueue<>();
    for (int i = 0; i < n && k > 0; i++) {
      double v = value.applyAsDouble(i);
      Entry entry = new Entry(Double.isNaN(v) ? Double.NEGATIVE_INFINITY : v + 0.0, Double.isNaN(v), i);
      if (worstFirst.size() < k) {
        worstFirst.add(entry);
      } else if (entry.compareTo(worstFirst.peek()) > 0) {
        worstFirst.poll();
        worstFirst.add(entry);
      }
    }
    Entry[] best = worstFirst.toArray(Entry[]::new);
    Arrays.sort(best, (a, b) -> b.compareTo(a));
    return Arrays.stream(best).mapToInt(Entry::index).toArray();
  }

  private record Entry(double value, boolean nan, int index) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry o) {
      int c = Double.compare(value, o.value);
      c = c != 0 ? c : Boolean.compare(o.nan, nan);
      return c != 0 ? c : Integer.compare(o.index, index);
    }
  }
}
