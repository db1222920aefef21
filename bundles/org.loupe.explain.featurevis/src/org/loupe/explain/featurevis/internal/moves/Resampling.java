/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.moves;

/**
 * Looks at a picture through a placement, by bilinear interpolation, and takes derivatives the same way back. Places
 * and weights are worked out once for a placement and used for every channel, there and back.
 */
public final class Resampling {
  /** What lies around the picture. */
  public enum Around {
    /** One colour. */
    FILL,
    /** The pixels of its edge. */
    EDGE,
    /** The picture again. */
    WRAP
  }

  private final int height;
  private final int width;
  private final Around around;
  private final int[] place;
  private final float[] weight;
  private final float[] outside;

  public Resampling(int height, int width, Around around) {
    this.height = height;
    this.width = width;
    this.around = around;
    int size = Math.multiplyExact(height, width);
    place = new int[Math.multiplyExact(4, size)];
    weight = new float[4 * size];
    outside = new float[size];
  }

  /** Works out where each place that is looked at lies. */
  public void set(Placement p) {
    double cos = Math.cos(p.radians()) / p.scale();
    double sin = Math.sin(p.radians()) / p.scale();
    double midX = (width - 1) / 2.0;
    double midY = (height - 1) / 2.0;
    for (int y = 0; y < height; y++) {
      double v = y - midY + p.afterY();
      for (int x = 0; x < width; x++) {
        double u = x - midX + p.afterX();
        at(y * width + x, cos * u - sin * v + midX + p.beforeX(), sin * u + cos * v + midY + p.beforeY());
      }
    }
  }

  private void at(int i, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float fx = (float) (x - left);
    float fy = (float) (y - top);
    outside[i] = 0;
    corner(i, 0, left, top, (1 - fx) * (1 - fy));
    corner(i, 1, left + 1, top, fx * (1 - fy));
    corner(i, 2, left, top + 1, (1 - fx) * fy);
    corner(i, 3, left + 1, top + 1, fx * fy);
  }

  private void corner(int i, int corner, int x, int y, float w) {
    int at = 4 * i + corner;
    weight[at] = w;
    if (x >= 0 && x < width && y >= 0 && y < height) {
      place[at] = y * width + x;
      return;
    }
    switch (around) {
      case FILL -> {
        place[at] = 0;
        weight[at] = 0;
        outside[i] += w;
      }
      case EDGE -> place[at] = Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1);
      case WRAP -> place[at] = Math.floorMod(y, height) * width + Math.floorMod(x, width);
    }
  }

  /** Looks at one plane. @param fill the colour around it, where there is one */
  public void look(double[] in, int from, double[] out, int to, double fill) {
    for (int i = 0; i < outside.length; i++) {
      int k = 4 * i;
      out[to + i] = weight[k] * in[from + place[k]] + weight[k + 1] * in[from + place[k + 1]]
          + weight[k + 2] * in[from + place[k + 2]] + weight[k + 3] * in[from + place[k + 3]] + outside[i] * fill;
    }
  }

  /** The adjoint of {@link #look}: adds the derivative by what is looked at to the one by the picture. */
  public void back(double[] byLook, int from, double[] byPicture, int to) {
    for (int i = 0; i < outside.length; i++) {
      double g = byLook[from + i];
      int k = 4 * i;
      byPicture[to + place[k]] += weight[k] * g;
      byPicture[to + place[k + 1]] += weight[k + 1] * g;
      byPicture[to + place[k + 2]] += weight[k + 2] * g;
      byPicture[to + place[k + 3]] += weight[k + 3] * g;
    }
  }
}
