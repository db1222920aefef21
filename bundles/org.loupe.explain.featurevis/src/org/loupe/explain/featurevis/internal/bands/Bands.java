/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.bands;

import java.util.stream.IntStream;

/** Shares loops over elements, or rows of them, between the processor's cores. */
public final class Bands {
  /** Loops of fewer elements than this are run at once. */
  private static final int WORTH = 4096;
  /** Many enough that cores which are slower for a while get fewer. */
  private static final int COUNT = 8;

  private Bands() {
  }

  /** A part of a loop. */
  @FunctionalInterface
  public interface Band {
    /** @param from first position @param to after the last */
    void run(int from, int to);
  }

  /**
   * Runs a loop in parts, each at most once and in any order.
   *
   * @param length positions of the loop
   * @param each elements of a position
   * @param band must write nothing that another part reads or writes
   */
  public static void run(int length, int each, Band band) {
    if ((long) length * each < WORTH) {
      band.run(0, length);
      return;
    }
    IntStream.range(0, COUNT).parallel()
        .forEach(i -> band.run((int) ((long) length * i / COUNT), (int) ((long) length * (i + 1) / COUNT)));
  }
}
