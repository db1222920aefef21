/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.rules;

import org.loupe.explain.featurevis.internal.bands.Bands;

/**
 * What a picture loses for being rough or bright, taken off the objective.
 *
 * @param totalVariation weight of the sum of differences between neighbours, divided by the number of elements
 * @param l1 weight of the mean absolute value
 */
public record Penalties(double totalVariation, double l1) {
  /** Whether there are none. */
  public boolean none() {
    return totalVariation == 0 && l1 == 0;
  }

  /** The penalty of a picture [channels, height, width]. */
  public double of(double[] picture, int height, int width) {
    double variation = 0;
    double absolute = 0;
    for (int i = 0; i < picture.length; i++) {
      absolute += Math.abs(picture[i]);
      if (i % width + 1 < width) {
        variation += Math.abs(picture[i + 1] - picture[i]);
      }
      if (i / width % height + 1 < height) {
        variation += Math.abs(picture[i + width] - picture[i]);
      }
    }
    return (totalVariation * variation + l1 * absolute) / picture.length;
  }

  /** Takes the derivative of the penalty off a derivative of the objective by the picture. */
  public void takeOff(double[] picture, int height, int width, double[] gradient) {
    double tv = totalVariation / picture.length;
    double abs = l1 / picture.length;
    Bands.run(picture.length / width, width, (from, to) -> rows(picture, height, width, gradient, tv, abs, from, to));
  }

  private static void rows(double[] picture, int height, int width, double[] gradient, double tv, double abs, int from,
      int to) {
    for (int row = from; row < to; row++) {
      // The edge's neighbours beyond it are itself, from which it does not differ.
      int up = row % height == 0 ? 0 : -width;
      int down = row % height + 1 == height ? 0 : width;
      int first = row * width;
      int last = first + width - 1;
      takeOff(picture, gradient, first, width == 1 ? 0 : 1, up, down, tv, abs);
      for (int i = first + 1; i < last; i++) {
        double v = picture[i];
        gradient[i] -= abs * Math.signum(v) + tv * (Math.signum(v - picture[i - 1]) + Math.signum(v - picture[i + 1])
            + Math.signum(v - picture[i + up]) + Math.signum(v - picture[i + down]));
      }
      if (width > 1) {
        takeOff(picture, gradient, last, -1, up, down, tv, abs);
      }
    }
  }

  /** For an element at the end of a row. @param inner where its only neighbour in the row is */
  private static void takeOff(double[] picture, double[] gradient, int i, int inner, int up, int down, double tv,
      double abs) {
    double v = picture[i];
    gradient[i] -= abs * Math.signum(v) + tv * (Math.signum(v - picture[i + inner])
        + Math.signum(v - picture[i + up]) + Math.signum(v - picture[i + down]));
  }
}
