/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** A soft tube: circles of changing radius along a curve through given points. */
final class Limb {
  private static final int STEPS = 8;

  /** A place on the centre line: its direction is a unit vector. */
  record Place(double x, double y, double radius, double dx, double dy) {
  }

  private final List<Place> places = new ArrayList<>();

  private Limb() {
  }

  /** @param xyr x, y and radius of each point; two points at least */
  static Limb of(double... xyr) {
    Limb limb = new Limb();
    int points = xyr.length / 3;
    for (int i = 0; i + 1 < points; i++) {
      for (int k = i == 0 ? 0 : 1; k <= STEPS; k++) {
        limb.add(xyr, points, i, (double) k / STEPS);
      }
    }
    return limb;
  }

  private void add(double[] xyr, int points, int i, double t) {
    double[] at = new double[3];
    double[] slope = new double[3];
    for (int c = 0; c < 3; c++) {
      double p0 = xyr[3 * Math.max(i - 1, 0) + c];
      double p1 = xyr[3 * i + c];
      double p2 = xyr[3 * (i + 1) + c];
      double p3 = xyr[3 * Math.min(i + 2, points - 1) + c];
      double a = -p0 + 3 * p1 - 3 * p2 + p3;
      double b = 2 * p0 - 5 * p1 + 4 * p2 - p3;
      at[c] = 0.5 * (2 * p1 + (p2 - p0) * t + b * t * t + a * t * t * t);
      slope[c] = 0.5 * (p2 - p0 + 2 * b * t + 3 * a * t * t);
    }
    double length = Math.max(1e-9, Math.hypot(slope[0], slope[1]));
    places.add(new Place(at[0], at[1], Math.max(at[2], 0.004), slope[0] / length, slope[1] / length));
  }

  List<Place> places() {
    return places;
  }

  /** Its outline, to be filled with the non-zero rule. */
  Path2D shape() {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < places.size(); i++) {
      Place p = places.get(i);
      path.append(new Ellipse2D.Double(p.x - p.radius, p.y - p.radius, 2 * p.radius, 2 * p.radius), false);
      if (i > 0) {
        bridge(path, places.get(i - 1), p);
      }
    }
    return path;
  }

  /** The quadrangle between two circles, turning the way that the circles do. */
  private static void bridge(Path2D path, Place a, Place b) {
    double[] xs = {a.x - a.dy * a.radius, b.x - b.dy * b.radius, b.x + b.dy * b.radius, a.x + a.dy * a.radius};
    double[] ys = {a.y + a.dx * a.radius, b.y + b.dx * b.radius, b.y - b.dx * b.radius, a.y - a.dx * a.radius};
    double turn = 0;
    for (int i = 0; i < 4; i++) {
      int j = (i + 1) % 4;
      turn += xs[i] * ys[j] - xs[j] * ys[i];
    }
    path.moveTo(xs[0], ys[0]);
    for (int i = 1; i < 4; i++) {
      int j = turn >= 0 ? i : 4 - i;
      path.lineTo(xs[j], ys[j]);
    }
    path.closePath();
  }
}
