/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.color;

/**
 * A colour in Oklab, where distances are close to what people see. Source: B. Ottosson, "A perceptual color space for
 * image processing", 2020.
 *
 * @param l lightness, 0 black to 1 white
 * @param a green to red
 * @param b blue to yellow
 */
record OkLab(double l, double a, double b) {

  static OkLab ofRgb(int rgb) {
    double red = linear(rgb >> 16 & 0xff);
    double green = linear(rgb >> 8 & 0xff);
    double blue = linear(rgb & 0xff);
    double x = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double y = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double z = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return new OkLab(0.2104542553 * x + 0.7936177850 * y - 0.0040720468 * z,
        1.9779984951 * x - 2.4285922050 * y + 0.4505937099 * z,
        0.0259040371 * x + 0.7827717662 * y - 0.8086757660 * z);
  }

  /** The nearest opaque sRGB colour, each channel clipped to its range. */
  int toArgb() {
    double x = cube(l + 0.3963377774 * a + 0.2158037573 * b);
    double y = cube(l - 0.1055613458 * a - 0.0638541728 * b);
    double z = cube(l - 0.0894841775 * a - 1.2914855480 * b);
    int red = encoded(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z);
    int green = encoded(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z);
    int blue = encoded(-0.0041960863 * x - 0.7034186147 * y + 1.7076147010 * z);
    return 0xff000000 | red << 16 | green << 8 | blue;
  }

  double distance(OkLab o) {
    return Math.sqrt((l - o.l) * (l - o.l) + (a - o.a) * (a - o.a) + (b - o.b) * (b - o.b));
  }

  OkLab towards(OkLab o, double part) {
    return new OkLab(l + (o.l - l) * part, a + (o.a - a) * part, b + (o.b - b) * part);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int encoded(double linear) {
    double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(Math.clamp(c, 0.0, 1.0) * 255);
  }

  private static double cube(double v) {
    return v * v * v;
  }
}
