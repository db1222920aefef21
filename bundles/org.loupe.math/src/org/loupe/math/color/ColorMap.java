/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.color;

import java.util.Arrays;

/**
 * Colours for the numbers from 0 to 1: a line through control points in Oklab, walked at even speed, so that equal
 * steps in the number are equal steps to the eye. Immutable.
 */
public final class ColorMap {
  /** What a map is for: numbers of one sign, or numbers on both sides of a neutral zero at 0.5. */
  public enum Kind { SEQUENTIAL, DIVERGING }

  private static final int ENTRIES = 1025;

  private final String id;
  private final String label;
  private final Kind kind;
  private final int nanArgb;
  private final int[] table;

  private ColorMap(String id, String label, Kind kind, int nanArgb, int[] table) {
    this.id = id;
    this.label = label;
    this.kind = kind;
    this.nanArgb = nanArgb;
    this.table = table;
  }

  /**
   * A map for numbers of one sign.
   *
   * @param nanArgb colour of NaN
   * @param rgb control points {@code 0xRRGGBB}, at least two, from 0 to 1
   */
  public static ColorMap sequential(String id, String label, int nanArgb, int... rgb) {
    int[] table = new int[ENTRIES];
    walk(rgb, table, 0, ENTRIES - 1);
    return new ColorMap(id, label, Kind.SEQUENTIAL, nanArgb, table);
  }

  /**
   * A map for signed numbers.
   *
   * @param nanArgb colour of NaN
   * @param rgb control points {@code 0xRRGGBB}, an odd number of them; the one in the middle is the neutral zero
   * @throws IllegalArgumentException if the number of points is even or less than three
   */
  public static ColorMap diverging(String id, String label, int nanArgb, int... rgb) {
    int middle = rgb.length / 2;
    if (rgb.length % 2 == 0 || middle == 0) {
      throw new IllegalArgumentException("a diverging map needs an odd number of control points, not " + rgb.length);
    }
    int[] table = new int[ENTRIES];
    walk(Arrays.copyOfRange(rgb, 0, middle + 1), table, 0, ENTRIES / 2);
    walk(Arrays.copyOfRange(rgb, middle, rgb.length), table, ENTRIES / 2, ENTRIES - 1);
    return new ColorMap(id, label, Kind.DIVERGING, nanArgb, table);
  }

  /** From black to white by equal steps of the sRGB value, as grey pictures are stored. */
  static ColorMap grey(String id, String label, int nanArgb) {
    int[] table = new int[ENTRIES];
    Arrays.setAll(table, i -> 0xff000000 | (int) Math.round(255.0 * i / (ENTRIES - 1)) * 0x10101);
    return new ColorMap(id, label, Kind.SEQUENTIAL, nanArgb, table);
  }

  private static void walk(int[] rgb, int[] table, int first, int last) {
    if (rgb.length < 2) {
      throw new IllegalArgumentException("a colour map needs at least two control points");
    }
    OkLab[] points = Arrays.stream(rgb).mapToObj(OkLab::ofRgb).toArray(OkLab[]::new);
    double[] length = new double[points.length];
    for (int i = 1; i < points.length; i++) {
      length[i] = length[i - 1] + points[i].distance(points[i - 1]);
    }
    double total = length[points.length - 1];
    int segment = 1;
    for (int i = first; i <= last; i++) {
      double at = total * (i - first) / (last - first);
      while (segment < points.length - 1 && length[segment] < at) {
        segment++;
      }
      double span = length[segment] - length[segment - 1];
      double part = span == 0 ? 0 : Math.min(1, (at - length[segment - 1]) / span);
      table[i] = points[segment - 1].towards(points[segment], part).toArgb();
    }
  }

  /** Name in settings and files. */
  public String id() {
    return id;
  }

  /** Name for people. */
  public String label() {
    return label;
  }

  public Kind kind() {
    return kind;
  }

  /** Colour of NaN, told apart from every colour of the map. */
  public int nanArgb() {
    return nanArgb;
  }

  /** Opaque colour of a number; below 0 and above 1 the ends of the map, NaN {@link #nanArgb()}. */
  public int argb(double position) {
    if (Double.isNaN(position)) {
      return nanArgb;
    }
    return table[(int) Math.round(Math.clamp(position, 0.0, 1.0) * (ENTRIES - 1))];
  }

  /** The same colours from 1 to 0, with {@code -reversed} after the id. */
  public ColorMap reversed() {
    int[] back = new int[ENTRIES];
    for (int i = 0; i < ENTRIES; i++) {
      back[i] = table[ENTRIES - 1 - i];
    }
    return new ColorMap(id + "-reversed", label + " (reversed)", kind, nanArgb, back);
  }

  @Override
  public String toString() {
    return id;
  }
}
