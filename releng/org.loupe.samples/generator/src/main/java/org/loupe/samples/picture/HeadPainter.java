/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Paints heads, in units of the skull's radius, looking right or at the viewer. */
final class HeadPainter {
  private static final Color NOSE = new Color(28, 24, 24);
  private static final Color TONGUE = new Color(214, 110, 112);
  private final Graphics2D g;
  private final Dice dice;
  private final Coat coat;
  private final Anatomy anatomy;
  private final Fur fur;
  private final double r;

  HeadPainter(Graphics2D g, Dice dice, Coat coat, Anatomy anatomy) {
    this.g = g;
    this.dice = dice;
    this.coat = coat;
    this.anatomy = anatomy;
    this.fur = new Fur(g, dice);
    this.r = anatomy.head();
  }

  /** @param tilt turn in radians */
  void paint(double x, double y, double tilt, boolean front) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(tilt);
    boolean fox = anatomy.pricked();
    if (front && fox) {
      foxFace();
    } else if (front) {
      dogFace();
    } else if (fox) {
      foxProfile();
    } else {
      dogProfile();
    }
    g.setTransform(before);
  }

  private void foxProfile() {
    ear(0.1, -0.62, 0.62, -0.62, 0.32, -1.7, 0.7);
    fur.limb(coat.base(), limb(-0.25, 0.1, 0.95, 0.2, 0.1, 0.88, 0.75, 0.3, 0.5, 1.75, 0.52, 0.17));
    fur.patch(coat.under(), limb(1.55, 0.64, 0.09, 0.8, 0.64, 0.2, 0.05, 0.72, 0.34, -0.45, 0.75, 0.34));
    ear(-0.72, -0.52, 0.12, -0.8, -0.38, -1.85, 1);
    eye(0.5, -0.1);
    nose(1.84, 0.44, 0.17);
  }

  private void foxFace() {
    for (int side = -1; side <= 1; side += 2) {
      ear(side * 0.22, -0.72, side * 0.98, -0.3, side * 0.86, -1.75, 1);
    }
    fur.blob(coat.base(), face(1.15, 0.95, 1.25), 0.1);
    for (int side = -1; side <= 1; side += 2) {
      fur.blob(coat.under(), cheek(side), 0.09);
    }
    fur.limb(coat.base(), limb(0, -0.3, 0.3, 0, 0.4, 0.25, 0, 0.92, 0.16));
    eye(-0.43, -0.02);
    eye(0.43, -0.02);
    nose(0, 1.06, 0.2);
  }

  private void dogProfile() {
    double snout = dice.in(1.15, 1.5);
    fur.limb(coat.base(), limb(-0.2, 0, 1, 0.25, 0.05, 0.95, 0.6, 0.25, 0.7));
    fur.limb(coat.muzzle(), limb(0.7, 0.3, 0.58, snout, 0.42, 0.44));
    fur.patch(coat.under(), limb(snout, 0.72, 0.16, 0.5, 0.8, 0.2));
    g.setColor(Dice.veil(NOSE, 0.6));
    g.fill(limb(snout + 0.3, 0.62, 0.03, 0.75, 0.72, 0.03).shape());
    fur.limb(coat.ear(), limb(-0.3, -0.62, 0.24, -0.5, -0.02, 0.4, -0.42, 0.85, 0.27));
    eye(0.55, -0.22);
    nose(snout + 0.36, 0.16, 0.22);
  }

  private void dogFace() {
    fur.limb(coat.base(), limb(0, -0.15, 1.02, 0, 0.25, 0.85));
    double snout = dice.in(0.48, 0.62);
    fur.limb(coat.muzzle(), limb(0, -0.7, 0.1, 0, 0.1, 0.2, 0, 0.55, snout));
    if (dice.chance(0.45)) {
      fur.smooth(TONGUE, ellipse(0.02, 1.05, 0.2, 0.3));
    }
    g.setColor(Dice.veil(NOSE, 0.65));
    g.fill(limb(-0.3, 0.86, 0.03, 0, 0.8, 0.045, 0.3, 0.86, 0.03).shape());
    for (int side = -1; side <= 1; side += 2) {
      fur.limb(coat.ear(), limb(side * 0.7, -0.78, 0.22, side * 1.12, -0.3, 0.36, side * 1.14, 0.5, 0.26));
    }
    eye(-0.43, -0.2);
    eye(0.43, -0.2);
    nose(0, 0.42, 0.25);
  }

  /** A standing ear: two corners at its foot, and its tip. */
  private void ear(double x1, double y1, double x2, double y2, double tipX, double tipY, double light) {
    fur.blob(Dice.shade(coat.base(), light), triangle(x1, y1, x2, y2, tipX, tipY, 1), 0.06);
    fur.smooth(Dice.shade(coat.ear(), light), triangle(x1, y1, x2, y2, tipX, tipY, 0.72));
    double mx = (x1 + x2) / 2;
    double my = (y1 + y2) / 2;
    Color inner = Dice.shade(Dice.mix(coat.under(), coat.base(), 0.35), light * 0.9);
    fur.smooth(inner, triangle(mx + (x1 - mx) * 0.6, my - 0.05, mx + (x2 - mx) * 0.6, my - 0.05,
        mx + (tipX - mx) * 0.6, my + (tipY - my) * 0.6, 1));
  }

  private Shape triangle(double x1, double y1, double x2, double y2, double tipX, double tipY, double upper) {
    double ax = tipX + (x1 - tipX) * upper;
    double ay = tipY + (y1 - tipY) * upper;
    double bx = tipX + (x2 - tipX) * upper;
    double by = tipY + (y2 - tipY) * upper;
    Path2D path = new Path2D.Double();
    path.moveTo(ax * r, ay * r);
    path.quadTo((ax + (tipX - ax) * 0.4 + (ax - bx) * 0.08) * r, (ay + tipY) / 2 * r, tipX * r, tipY * r);
    path.quadTo((bx + (tipX - bx) * 0.4 + (bx - ax) * 0.08) * r, (by + tipY) / 2 * r, bx * r, by * r);
    path.closePath();
    return path;
  }

  /** A wedge of a face: wide at the cheeks, pointed below. */
  private Shape face(double wide, double high, double low) {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -high * r);
    path.curveTo(0.8 * wide * r, -high * r, 0.85 * wide * r, -0.35 * r, wide * r, 0.3 * r);
    path.curveTo(0.8 * wide * r, 0.55 * r, 0.4 * r, low * 0.72 * r, 0, low * r);
    path.curveTo(-0.4 * r, low * 0.72 * r, -0.8 * wide * r, 0.55 * r, -wide * r, 0.3 * r);
    path.curveTo(-0.85 * wide * r, -0.35 * r, -0.8 * wide * r, -high * r, 0, -high * r);
    path.closePath();
    return path;
  }

  private Shape cheek(int side) {
    Path2D path = new Path2D.Double();
    path.moveTo(side * 1.16 * r, 0.3 * r);
    path.curveTo(side * 0.8 * r, 0.2 * r, side * 0.4 * r, 0.1 * r, side * 0.16 * r, 0.75 * r);
    path.lineTo(0, 1.22 * r);
    path.curveTo(side * 0.4 * r, 0.95 * r, side * 0.85 * r, 0.65 * r, side * 1.16 * r, 0.3 * r);
    path.closePath();
    return path;
  }

  private void eye(double x, double y) {
    fur.smooth(NOSE, ellipse(x, y, 0.16, 0.15));
    fur.smooth(new Color(240, 240, 235, 220), ellipse(x + 0.05, y - 0.06, 0.05, 0.05));
  }

  private void nose(double x, double y, double size) {
    fur.smooth(NOSE, ellipse(x, y, size, size * 0.8));
  }

  private Shape ellipse(double x, double y, double rx, double ry) {
    return new Ellipse2D.Double((x - rx) * r, (y - ry) * r, 2 * rx * r, 2 * ry * r);
  }

  private Limb limb(double... xyr) {
    double[] scaled = new double[xyr.length];
    for (int i = 0; i < xyr.length; i++) {
      scaled[i] = xyr[i] * r;
    }
    return Limb.of(scaled);
  }
}
