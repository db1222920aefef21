/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which features are drawn by themselves and which as one.
 *
 * @param own in falling order of strength
 * @param others the weaker ones
 */
public record Shown(List<Integer> own, List<Integer> others) {
  /** The most that are drawn where nobody says how many. */
  private static final int BY_ROOM = 20;

  /**
   * The strongest features; a rest of one is shown by itself, as it takes no more room than its sum.
   *
   * @param asked how many, 0 for as many as have room
   * @param room how many lines there may be, the sum of others included
   */
  public static Shown of(double[] strength, int asked, int room) {
    List<Integer> order = IntStream.range(0, strength.length).boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -strength[i])).toList();
    int most = Math.max(1, Math.min(asked == 0 ? BY_ROOM : asked, room - 1));
    int own = order.size() <= most + 1 && order.size() <= Math.max(2, room) ? order.size() : most;
    return new Shown(order.subList(0, own), order.subList(own, order.size()));
  }

  /** Lines that they take. */
  public int lines() {
    return own.size() + (others.isEmpty() ? 0 : 1);
  }

  /** Number of a line: of its feature, or the sum of the others'. */
  public double value(double[] row, int line) {
    return line < own.size() ? row[own.get(line)] : others.stream().mapToDouble(i -> row[i]).sum();
  }
}
