/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Paints parts of an animal: filled, then hairs over them that also roughen the edge. */
final class Fur {
  private static final double HAIRS_PER_AREA = 1300;
  /** Hairs of one shade are drawn at once. */
  private static final double[] SHADES = {0.84, 1.12, 0.93, 1.04};
  private final Graphics2D g;
  private final Dice dice;

  Fur(Graphics2D g, Dice dice) {
    this.g = g;
    this.dice = dice;
  }

  /** A tube with hairs along it. */
  void limb(Color colour, Limb limb) {
    g.setColor(colour);
    g.fill(limb.shape());
    hairs(colour, limb, 1, 0.075, 0.85);
  }

  /** Only the hairs of a tube: a soft patch on what is there. */
  void patch(Color colour, Limb limb) {
    hairs(colour, limb, 2.2, 0.07, 0.9);
  }

  private void hairs(Color colour, Limb limb, double density, double length, double opacity) {
    double area = 0;
    for (int i = 1; i < limb.places().size(); i++) {
      Limb.Place a = limb.places().get(i - 1);
      Limb.Place b = limb.places().get(i);
      area += Math.hypot(b.x() - a.x(), b.y() - a.y()) * 2 * b.radius();
    }
    int count = (int) (area * HAIRS_PER_AREA * density / SHADES.length);
    for (double shade : SHADES) {
      Path2D lines = new Path2D.Double();
      for (int i = 0; i < count; i++) {
        hair(lines, limb, length);
      }
      draw(lines, Dice.shade(colour, shade), opacity);
    }
  }

  private void hair(Path2D lines, Limb limb, double length) {
    int i = dice.upTo(limb.places().size() - 1);
    Limb.Place p = limb.places().get(i);
    Limb.Place q = limb.places().get(i + 1);
    double t = dice.in(0, 1);
    double side = dice.about(0.97);
    double along = -0.6 + dice.about(0.35);
    double out = side * 0.55 + dice.about(0.25);
    double size = Math.min(length, p.radius() * 0.8 + 0.01) * dice.in(0.5, 1.1);
    double x = p.x() + (q.x() - p.x()) * t - p.dy() * side * p.radius();
    double y = p.y() + (q.y() - p.y()) * t + p.dx() * side * p.radius();
    lines.moveTo(x, y);
    lines.lineTo(x + (p.dx() * along - p.dy() * out) * size, y + (p.dy() * along + p.dx() * out) * size);
  }

  private void draw(Path2D lines, Color colour, double opacity) {
    g.setStroke(new BasicStroke(0.014f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
    g.setColor(Dice.veil(colour, opacity * 0.7));
    g.draw(lines);
  }

  /** A smooth part with hairs pointing away from its middle. */
  void blob(Color colour, Shape shape, double roughness) {
    g.setColor(colour);
    g.fill(shape);
    Rectangle2D box = shape.getBounds2D();
    int count = (int) (box.getWidth() * box.getHeight() * HAIRS_PER_AREA / SHADES.length);
    for (double shade : SHADES) {
      Path2D lines = new Path2D.Double();
      for (int i = 0; i < count; i++) {
        double x = dice.in(box.getMinX(), box.getMaxX());
        double y = dice.in(box.getMinY(), box.getMaxY());
        if (shape.contains(x, y)) {
          double dx = x - box.getCenterX();
          double dy = y - box.getCenterY() + 0.02;
          double size = dice.in(0.4, 1) * roughness * box.getWidth() / Math.max(0.01, Math.hypot(dx, dy));
          lines.moveTo(x, y);
          lines.lineTo(x + dx * size, y + dy * size);
        }
      }
      draw(lines, Dice.shade(colour, shade), 0.8);
    }
  }

  /** A hard part without hair. */
  void smooth(Color colour, Shape shape) {
    g.setColor(colour);
    g.fill(shape);
  }
}
