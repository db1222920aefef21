/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.canvas;

import java.util.List;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.PictureEncoding.Light;

/**
 * How a picture is shown.
 *
 * @param look as it is, or its contrast evened out
 * @param crop share of each side that is left out at either end, below a half
 */
public record Show(Look look, double crop) {
  private static final double MEAN = 0.5;
  private static final double DEVIATION = 0.15;
  private static final double EPSILON = 1e-5;

  /** The ways. */
  public enum Look {
    /** Black is black and white is white. */
    AS_IS,
    /** Mean 0.5 and standard deviation 0.15 of light. */
    STANDARDIZED
  }

  /** The picture for a reader. @param planes in working units; not changed */
  public Picture of(double[] planes, Canvas canvas) {
    int plane = canvas.height() * canvas.width();
    double[] light = new double[planes.length];
    for (int c = 0; c < canvas.channels(); c++) {
      double black = canvas.black(c);
      double span = canvas.white(c) - black;
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        light[i] = (planes[i] - black) / span;
      }
    }
    if (look == Look.STANDARDIZED) {
      standardize(light);
    }
    int left = (int) (crop * canvas.width());
    int top = (int) (crop * canvas.height());
    int width = canvas.width() - 2 * left;
    int height = canvas.height() - 2 * top;
    List<Light> lights = canvas.lights();
    int[] plan = {plane(lights, Light.RED), plane(lights, Light.GREEN), plane(lights, Light.BLUE)};
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = (y + top) * canvas.width() + x + left;
        argb[y * width + x] = 0xFF000000 | level(light[plan[0] * plane + at]) << 16
            | level(light[plan[1] * plane + at]) << 8 | level(light[plan[2] * plane + at]);
      }
    }
    return new Picture(width, height, argb, new Affine(1, -left, 1, -top));
  }

  private static int plane(List<Light> lights, Light light) {
    int at = lights.indexOf(light);
    return at >= 0 ? at : Math.max(0, lights.indexOf(Light.GREY));
  }

  private static void standardize(double[] light) {
    double mean = 0;
    for (double v : light) {
      mean += v / light.length;
    }
    double square = 0;
    for (double v : light) {
      square += (v - mean) * (v - mean) / light.length;
    }
    double by = DEVIATION / (Math.sqrt(square) + EPSILON);
    for (int i = 0; i < light.length; i++) {
      light[i] = MEAN + (light[i] - mean) * by;
    }
  }

  private static int level(double light) {
    return (int) Math.round(255 * Math.clamp(light, 0, 1));
  }
}
