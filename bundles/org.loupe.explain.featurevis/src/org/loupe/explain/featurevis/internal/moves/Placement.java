/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.moves;

import java.util.random.RandomGenerator;

/**
 * How a picture lies under the model's eye in one step: each place that is looked at, measured from the middle, is
 * shifted by the second jitter, turned, scaled and shifted by the first jitter to find where in the picture it is.
 *
 * @param beforeX first shift in pixels
 * @param beforeY likewise
 * @param scale above 1 enlarges
 * @param radians turn
 * @param afterX second shift in pixels
 * @param afterY likewise
 */
public record Placement(int beforeX, int beforeY, double scale, double radians, int afterX, int afterY) {
  /** Unmoved. */
  public static final Placement NONE = new Placement(0, 0, 1, 0, 0, 0);

  /**
   * Limits of random placements.
   *
   * @param before largest first shift
   * @param least smallest scale
   * @param most largest scale
   * @param degrees largest turn to either side
   * @param after largest second shift
   */
  public record Limits(int before, double least, double most, double degrees, int after) {
    /** Whether nothing is ever moved. */
    public boolean still() {
      return before == 0 && after == 0 && least == 1 && most == 1 && degrees == 0;
    }
  }

  /** Draws one, each number uniformly within its limits. */
  public static Placement draw(Limits limits, RandomGenerator random) {
    int x = shift(limits.before(), random);
    int y = shift(limits.before(), random);
    double scale = limits.least() + (limits.most() - limits.least()) * random.nextDouble();
    double radians = Math.toRadians(limits.degrees() * (2 * random.nextDouble() - 1));
    return new Placement(x, y, scale, radians, shift(limits.after(), random), shift(limits.after(), random));
  }

  private static int shift(int most, RandomGenerator random) {
    return random.nextInt(2 * most + 1) - most;
  }
}
