/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.moves;

import org.loupe.explain.featurevis.internal.bands.Bands;

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
  /** For each place that is looked at: the pixel to its top left if all four around it exist, else -1. */
  private final int[] place;
  private final float[] shareX;
  private final float[] shareY;
  /** Of those with -1: the four pixels and their weights, and the weight of what is outside. */
  private final int[] corners;
  private final float[] weights;
  private final float[] outside;

  public Resampling(int height, int width, Around around) {
    this.height = height;
    this.width = width;
    this.around = around;
    int size = Math.multiplyExact(height, width);
    place = new int[size];
    shareX = new float[size];
    shareY = new float[size];
    corners = new int[Math.multiplyExact(4, size)];
    weights = new float[4 * size];
    outside = new float[size];
  }

  /** Works out where each place that is looked at lies. */
  public void set(Placement p) {
    Bands.run(height, width, (first, end) -> rows(p, first, end));
  }

  private void rows(Placement p, int first, int end) {
    double cos = Math.cos(p.radians()) / p.scale();
    double sin = Math.sin(p.radians()) / p.scale();
    double midX = (width - 1) / 2.0;
    double midY = (height - 1) / 2.0;
    for (int y = first; y < end; y++) {
      double v = y - midY + p.afterY();
      double left = midX + p.beforeX() - sin * v;
      double top = midY + p.beforeY() + cos * v;
      for (int x = 0; x < width; x++) {
        double u = x - midX + p.afterX();
        at(y * width + x, cos * u + left, sin * u + top);
      }
    }
  }

  private void at(int i, double x, double y) {
    int left = floor(x);
    int top = floor(y);
    float fx = (float) (x - left);
    float fy = (float) (y - top);
    shareX[i] = fx;
    shareY[i] = fy;
    if (left >= 0 && left + 1 < width && top >= 0 && top + 1 < height) {
      place[i] = top * width + left;
      return;
    }
    place[i] = -1;
    outside[i] = 0;
    corner(i, 0, left, top, (1 - fx) * (1 - fy));
    corner(i, 1, left + 1, top, fx * (1 - fy));
    corner(i, 2, left, top + 1, (1 - fx) * fy);
    corner(i, 3, left + 1, top + 1, fx * fy);
  }

  private static int floor(double v) {
    int towardsZero = (int) v;
    return v < towardsZero ? towardsZero - 1 : towardsZero;
  }

  private void corner(int i, int corner, int x, int y, float w) {
    int at = 4 * i + corner;
    weights[at] = w;
    if (x >= 0 && x < width && y >= 0 && y < height) {
      corners[at] = y * width + x;
      return;
    }
    switch (around) {
      case FILL -> {
        corners[at] = 0;
        weights[at] = 0;
        outside[i] += w;
      }
      case EDGE -> corners[at] = Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1);
      case WRAP -> corners[at] = Math.floorMod(y, height) * width + Math.floorMod(x, width);
    }
  }

  /** Looks at one plane. @param fill the colour around it, where there is one */
  public void look(double[] in, int from, double[] out, int to, double fill) {
    for (int i = 0; i < place.length; i++) {
      float fx = shareX[i];
      float fy = shareY[i];
      int k = from + place[i];
      if (k >= from) {
        out[to + i] = (1 - fx) * (1 - fy) * in[k] + fx * (1 - fy) * in[k + 1]
            + (1 - fx) * fy * in[k + width] + fx * fy * in[k + width + 1];
      } else {
        int c = 4 * i;
        out[to + i] = weights[c] * in[from + corners[c]] + weights[c + 1] * in[from + corners[c + 1]]
            + weights[c + 2] * in[from + corners[c + 2]] + weights[c + 3] * in[from + corners[c + 3]]
            + outside[i] * fill;
      }
    }
  }

  /** The adjoint of {@link #look}: adds the derivative by what is looked at to the one by the picture. */
  public void back(double[] byLook, int from, double[] byPicture, int to) {
    for (int i = 0; i < place.length; i++) {
      double g = byLook[from + i];
      float fx = shareX[i];
      float fy = shareY[i];
      int k = to + place[i];
      if (k >= to) {
        byPicture[k] += (1 - fx) * (1 - fy) * g;
        byPicture[k + 1] += fx * (1 - fy) * g;
        byPicture[k + width] += (1 - fx) * fy * g;
        byPicture[k + width + 1] += fx * fy * g;
      } else {
        int c = 4 * i;
        byPicture[to + corners[c]] += weights[c] * g;
        byPicture[to + corners[c + 1]] += weights[c + 1] * g;
        byPicture[to + corners[c + 2]] += weights[c + 2] * g;
        byPicture[to + corners[c + 3]] += weights[c + 3] * g;
      }
    }
  }
}
