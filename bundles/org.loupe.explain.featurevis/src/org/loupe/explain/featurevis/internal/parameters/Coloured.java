/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

import java.util.List;
import java.util.random.RandomGenerator;
import org.loupe.api.subject.PictureEncoding.Light;

/**
 * Three planes of independent numbers turned into red, green and blue that vary together as in photographs. Source of
 * the matrix, the root of the covariance of colours in ImageNet: C. Olah, A. Mordvintsev, L. Schubert, "Feature
 * Visualization", Distill, 2017.
 */
public final class Coloured implements Parameters {
  private static final double[][] ROOT = {{0.26, 0.09, 0.02}, {0.27, 0.00, -0.05}, {0.27, -0.09, 0.03}};
  private static final double[][] MATRIX = normalized();
  private final Parameters inner;
  private final int plane;
  /** Plane of red, of green, of blue. */
  private final int[] order;

  /** @param lights what each channel shows: red, green and blue in any order */
  public Coloured(Parameters inner, int plane, List<Light> lights) {
    this.inner = inner;
    this.plane = plane;
    order = new int[] {lights.indexOf(Light.RED), lights.indexOf(Light.GREEN), lights.indexOf(Light.BLUE)};
  }

  /** Whether the channels are the three colours. */
  public static boolean fits(List<Light> lights) {
    return lights.size() == 3 && lights.containsAll(List.of(Light.RED, Light.GREEN, Light.BLUE));
  }

  /** Red, green and blue of each of the three independent numbers, a row each; its longest column has length 1. */
  static double[][] matrix() {
    return MATRIX;
  }

  private static double[][] normalized() {
    double longest = 0;
    for (int column = 0; column < 3; column++) {
      longest = Math.max(longest,
          Math.sqrt(ROOT[0][column] * ROOT[0][column] + ROOT[1][column] * ROOT[1][column]
              + ROOT[2][column] * ROOT[2][column]));
    }
    double[][] out = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        out[row][column] = ROOT[row][column] / longest;
      }
    }
    return out;
  }

  @Override
  public double[] values() {
    return inner.values();
  }

  @Override
  public void start(RandomGenerator random, double noise) {
    inner.start(random, noise);
  }

  @Override
  public void picture(double[] out) {
    inner.picture(out);
    for (int i = 0; i < plane; i++) {
      double a = out[i];
      double b = out[plane + i];
      double c = out[2 * plane + i];
      for (int row = 0; row < 3; row++) {
        out[order[row] * plane + i] = MATRIX[row][0] * a + MATRIX[row][1] * b + MATRIX[row][2] * c;
      }
    }
  }

  @Override
  public void pullBack(double[] byPicture, double[] out) {
    for (int i = 0; i < plane; i++) {
      double r = byPicture[order[0] * plane + i];
      double g = byPicture[order[1] * plane + i];
      double b = byPicture[order[2] * plane + i];
      for (int column = 0; column < 3; column++) {
        byPicture[column * plane + i] = MATRIX[0][column] * r + MATRIX[1][column] * g + MATRIX[2][column] * b;
      }
    }
    inner.pullBack(byPicture, out);
  }
}
