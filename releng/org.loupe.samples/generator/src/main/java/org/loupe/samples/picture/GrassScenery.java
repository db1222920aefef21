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
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A summer meadow: blades, tufts, flowers, bushes, paths and stones. */
final class GrassScenery implements Scenery {
  private final Graphics2D g;
  private final Dice dice;
  private final Landscape land;
  private final Color grass;
  private final Color dry;

  GrassScenery(Graphics2D g, Dice dice) {
    this.g = g;
    this.dice = dice;
    this.land = new Landscape(g, dice);
    this.grass = dice.colour(96, 22, 0.55, 0.14, 0.52, 0.12);
    this.dry = dice.colour(55, 8, 0.45, 0.12, 0.68, 0.1);
  }

  @Override
  public void behind(Light light) {
    double horizon = land.horizon();
    land.sky(light, horizon);
    if (horizon > 0) {
      land.hills(horizon, Dice.mix(Dice.shade(grass, 0.8), new Color(120, 150, 190), dice.in(0.2, 0.6)));
      trees(horizon);
    }
    land.gradient(Dice.mix(grass, dry, 0.3), Dice.shade(grass, 0.8), horizon, horizon + 0.7);
    land.texture(horizon, 5, 0.16);
    land.texture(horizon, 14, 0.1);
    if (dice.chance(0.4)) {
      path(horizon);
    }
    blades(Math.max(horizon, 0), 1.05, 700);
    if (dice.chance(0.45)) {
      bushes(horizon);
    }
    if (dice.chance(0.6)) {
      flowers(Math.max(horizon, 0) + 0.05, 1);
    }
    if (dice.chance(0.3)) {
      stones(horizon);
    }
  }

  private void trees(double horizon) {
    int count = dice.upTo(9);
    Color leaves = dice.colour(105, 25, 0.5, 0.12, 0.38, 0.08);
    boolean conifers = dice.chance(0.4);
    for (int i = 0; i < count; i++) {
      double x = dice.in(0, 1);
      double y = horizon + dice.in(0, 0.03);
      if (conifers) {
        land.conifer(x, y, dice.in(0.12, 0.34), leaves, null);
      } else {
        land.bush(x, y, dice.in(0.06, 0.16), leaves);
      }
    }
  }

  private void path(double horizon) {
    Color earth = dice.colour(30, 8, 0.35, 0.1, 0.6, 0.1);
    double foot = dice.in(0, 1);
    double wide = dice.in(0.12, 0.3);
    double top = dice.in(0.2, 0.8);
    double from = Math.max(horizon, -0.05);
    Path2D path = new Path2D.Double();
    path.moveTo(top - 0.01, from);
    path.curveTo(top + dice.about(0.3), from + 0.2, foot - wide, 0.7, foot - wide, 1.1);
    path.lineTo(foot + wide, 1.1);
    path.curveTo(foot + wide, 0.7, top + dice.about(0.3), from + 0.2, top + 0.02, from);
    path.closePath();
    g.setColor(Dice.veil(earth, 0.9));
    g.fill(path);
  }

  private void blades(double top, double bottom, int count) {
    int rows = 36;
    for (int row = 0; row < rows; row++) {
      double depth = (row + 0.5) / rows;
      Path2D lines = new Path2D.Double();
      double high = 0.012 + 0.055 * depth;
      for (int i = 0; i < count / rows; i++) {
        blade(lines, dice.in(0, 1), top + (bottom - top) * (depth + dice.about(0.5 / rows)), high * dice.in(0.4, 1));
      }
      draw(lines, high, 0.7);
    }
  }

  private void blade(Path2D lines, double x, double y, double high) {
    double lean = dice.about(0.6) * high;
    lines.moveTo(x, y);
    lines.quadTo(x + lean * 0.2, y - high * 0.7, x + lean, y - high);
  }

  private void draw(Path2D lines, double high, double opacity) {
    g.setStroke(new BasicStroke((float) (0.003 + high * 0.06), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(Dice.veil(Dice.mix(dice.near(grass, 0.3), dry, dice.in(0, 0.45)), opacity));
    g.draw(lines);
  }

  private void bushes(double horizon) {
    int count = 1 + dice.upTo(3);
    for (int i = 0; i < count; i++) {
      Color leaves = dice.colour(100, 25, 0.5, 0.12, 0.36, 0.08);
      land.bush(dice.in(0, 1), Math.max(horizon, 0) + dice.in(0.04, 0.22), dice.in(0.06, 0.13), leaves);
    }
  }

  private void flowers(double top, double bottom) {
    Color petals = switch (dice.upTo(4)) {
      case 0 -> new Color(250, 250, 245);
      case 1 -> new Color(250, 215, 60);
      case 2 -> new Color(200, 120, 220);
      default -> new Color(230, 80, 70);
    };
    int count = 8 + dice.upTo(40);
    for (int i = 0; i < count; i++) {
      double y = dice.in(top, bottom);
      double size = 0.004 + 0.009 * (y - top);
      double x = dice.in(0, 1);
      g.setColor(dice.near(petals, 0.1));
      g.fill(new Ellipse2D.Double(x - size, y - size, 2 * size, 1.7 * size));
      g.setColor(new Color(240, 200, 60));
      g.fill(new Ellipse2D.Double(x - size * 0.35, y - size * 0.35, size * 0.7, size * 0.7));
    }
  }

  private void stones(double horizon) {
    int count = 1 + dice.upTo(4);
    for (int i = 0; i < count; i++) {
      double x = dice.in(0, 1);
      double y = dice.in(Math.max(horizon, 0) + 0.1, 1);
      double size = dice.in(0.02, 0.05);
      Color stone = dice.colour(40, 20, 0.06, 0.05, 0.6, 0.12);
      land.blot(Dice.shade(grass, 0.4), x, y + size * 0.4, size * 1.2, size * 0.4, 0.7);
      g.setColor(stone);
      g.fill(new Ellipse2D.Double(x - size, y - size * 0.6, 2 * size, 1.2 * size));
      g.setColor(Dice.shade(stone, 1.15));
      g.fill(new Ellipse2D.Double(x - size * 0.7, y - size * 0.55, 1.2 * size, 0.6 * size));
    }
  }

  @Override
  public void shadow(Light light, double x, double feet, double wide) {
    double side = light.fromLeft() ? 0.25 : -0.25;
    land.blot(Dice.shade(grass, 0.3), x + wide * side, feet + 0.005, wide * 1.15, 0.045, 0.75);
  }

  @Override
  public void inFront(double x, double feet, double wide) {
    int tufts = 3 + dice.upTo(7);
    for (int i = 0; i < tufts; i++) {
      double tx = x + dice.about(1.1) * wide;
      double high = dice.in(0.04, 0.13);
      for (int k = 0; k < 4; k++) {
        Path2D lines = new Path2D.Double();
        for (int j = 0; j < 3; j++) {
          blade(lines, tx + dice.about(0.03), feet + dice.in(0, 0.035), high * dice.in(0.5, 1));
        }
        draw(lines, high, 0.95);
      }
    }
    if (dice.chance(0.4)) {
      flowers(Math.min(feet + 0.02, 0.99), 1.02);
    }
  }
}
