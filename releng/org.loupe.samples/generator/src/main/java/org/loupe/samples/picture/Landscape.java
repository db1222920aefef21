/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** What both grounds share: sky, distant hills, soft blots, texture. Coordinates are parts of the picture's side. */
final class Landscape {
  private final Graphics2D g;
  private final Dice dice;

  Landscape(Graphics2D g, Dice dice) {
    this.g = g;
    this.dice = dice;
  }

  /** The height of the horizon; negative if the viewer looks down and sees none. */
  double horizon() {
    return dice.chance(0.25) ? -0.1 : dice.in(0.12, 0.42);
  }

  void sky(Light light, double horizon) {
    Color top = light.sky(dice);
    gradient(top, Dice.mix(top, Color.WHITE, 0.5), 0, Math.max(horizon, 0.01));
  }

  /** Fills a band of the picture from one colour to another, and all below with the second. */
  void gradient(Color from, Color to, double top, double bottom) {
    g.setPaint(new GradientPaint(0, (float) top, from, 0, (float) bottom, to));
    g.fill(new Rectangle2D.Double(0, top, 1, 1.2 - top));
  }

  void hills(double horizon, Color colour) {
    Path2D path = new Path2D.Double();
    double phase = dice.in(0, 6);
    double waves = dice.in(3, 8);
    path.moveTo(0, 1);
    for (double x = 0; x <= 1.001; x += 0.02) {
      double wave = Math.sin(phase + waves * x) + 0.4 * Math.sin(2.3 * phase + 2.7 * waves * x);
      path.lineTo(x, horizon - 0.05 - 0.035 * wave);
    }
    path.lineTo(1, 1);
    path.closePath();
    g.setColor(colour);
    g.fill(path);
  }

  /** A blot that fades towards its edge. */
  void blot(Color colour, double x, double y, double rx, double ry, double opacity) {
    int rings = 6;
    g.setColor(Dice.veil(colour, opacity / rings * 1.5));
    for (int i = 1; i <= rings; i++) {
      double t = (double) i / rings;
      g.fill(new Ellipse2D.Double(x - rx * t, y - ry * t, 2 * rx * t, 2 * ry * t));
    }
  }

  /** Smooth light and dark spots over the band below a height. */
  void texture(double top, int cells, double opacity) {
    BufferedImage spots = new BufferedImage(cells, cells, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < cells; y++) {
      for (int x = 0; x < cells; x++) {
        double v = dice.gauss() * 0.5;
        Color c = v > 0 ? Color.WHITE : Color.BLACK;
        spots.setRGB(x, y, Dice.veil(c, Math.min(1, Math.abs(v)) * opacity).getRGB());
      }
    }
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    AffineTransform at = new AffineTransform(1.0 / cells, 0, 0, (1.05 - top) / cells, 0, top);
    g.drawImage(spots, at, null);
  }

  /** A conifer standing at a point; snow lies on it or not. */
  void conifer(double x, double y, double height, Color needles, Color snow) {
    g.setColor(Dice.shade(needles, 0.6));
    g.fill(new Rectangle2D.Double(x - height * 0.02, y - height * 0.15, height * 0.04, height * 0.15));
    int tiers = 5;
    for (int i = 0; i < tiers; i++) {
      double top = y - height + i * height * 0.16;
      double wide = height * (0.1 + 0.05 * i) * dice.in(0.85, 1.15);
      tier(x, top, wide, height * 0.28, dice.near(needles, 0.1));
      if (snow != null) {
        tier(x - wide * 0.12, top, wide * 0.62, height * 0.15, Dice.veil(snow, 0.85));
      }
    }
  }

  private void tier(double x, double top, double wide, double high, Color colour) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, top);
    path.quadTo(x + wide * 0.4, top + high * 0.7, x + wide, top + high);
    path.quadTo(x, top + high * 0.85, x - wide, top + high);
    path.quadTo(x - wide * 0.4, top + high * 0.7, x, top);
    g.setColor(colour);
    g.fill(path);
  }

  /** A round tree or bush. */
  void bush(double x, double y, double size, Color leaves) {
    blot(Dice.shade(leaves, 0.5), x, y, size * 1.1, size * 0.2, 0.5);
    for (int i = 0; i < 26; i++) {
      double h = dice.in(0, 1);
      double r = size * dice.in(0.2, 0.38);
      double cx = x + dice.about(0.75) * size * (1 - 0.4 * h);
      double cy = y - size * (0.15 + 1.1 * h);
      g.setColor(Dice.shade(leaves, 0.6 + 0.5 * h + dice.about(0.12)));
      g.fill(new Ellipse2D.Double(cx - r, cy - r, 2 * r, 1.7 * r));
    }
  }
}
