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
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A winter landscape: drifts, tracks, trees and their shadows, snow in the air. */
final class SnowScenery implements Scenery {
  private final Graphics2D g;
  private final Dice dice;
  private final Landscape land;
  private final Color snow;
  private final Color shade;

  SnowScenery(Graphics2D g, Dice dice) {
    this.g = g;
    this.dice = dice;
    this.land = new Landscape(g, dice);
    this.snow = dice.colour(210, 15, 0.03, 0.025, 0.95, 0.04);
    this.shade = dice.colour(216, 10, 0.24, 0.08, 0.78, 0.06);
  }

  @Override
  public void behind(Light light) {
    double horizon = land.horizon();
    land.sky(light, horizon);
    if (horizon > 0) {
      land.hills(horizon, Dice.mix(shade, snow, dice.in(0.2, 0.7)));
      trees(horizon);
    }
    land.gradient(Dice.mix(snow, shade, 0.35), snow, horizon, horizon + 0.5);
    land.texture(horizon, 5, 0.08);
    land.texture(horizon, 48, 0.045);
    drifts(horizon);
    if (dice.chance(0.5)) {
      treeShadows(horizon, light);
    }
    if (dice.chance(0.55)) {
      tracks(horizon);
    }
    if (dice.chance(0.35)) {
      trunk(horizon);
    }
    if (dice.chance(0.35)) {
      twigs(horizon);
    }
  }

  private void trees(double horizon) {
    int count = dice.upTo(12);
    Color needles = dice.colour(150, 25, 0.3, 0.12, 0.3, 0.08);
    boolean laden = dice.chance(0.75);
    for (int i = 0; i < count; i++) {
      land.conifer(dice.in(0, 1), horizon + dice.in(0, 0.03), dice.in(0.12, 0.34), needles, laden ? snow : null);
    }
  }

  private void drifts(double horizon) {
    for (int i = 0; i < 6; i++) {
      double y = dice.in(horizon + 0.08, 1.05);
      double x = dice.in(-0.1, 1.1);
      double wide = dice.in(0.15, 0.45);
      land.blot(shade, x, y, wide, wide * 0.16, dice.in(0.2, 0.5));
      land.blot(Color.WHITE, x - 0.02, y - wide * 0.12, wide * 0.9, wide * 0.13, 0.6);
    }
  }

  private void treeShadows(double horizon, Light light) {
    double lean = (light.fromLeft() ? 1 : -1) * dice.in(0.3, 0.9);
    for (int i = 0; i < 3; i++) {
      double x = dice.in(-0.3, 1.3);
      double wide = dice.in(0.02, 0.06);
      Path2D path = new Path2D.Double();
      path.moveTo(x, horizon);
      path.lineTo(x + lean, 1.1);
      path.lineTo(x + lean + wide * 2.5, 1.1);
      path.lineTo(x + wide, horizon);
      path.closePath();
      g.setColor(Dice.veil(shade, dice.in(0.3, 0.6)));
      g.fill(path);
    }
  }

  private void tracks(double horizon) {
    double x = dice.in(0, 1);
    double y = 1.02;
    double drift = dice.about(0.05);
    double step = 0.075;
    for (int i = 0; y > horizon + 0.06; i++) {
      double size = 0.006 + 0.016 * (y - horizon);
      double px = x + (i % 2 == 0 ? size * 1.2 : -size * 1.2);
      g.setColor(Dice.veil(Dice.shade(shade, 0.82), 0.85));
      g.fill(new Ellipse2D.Double(px - size, y - size * 0.6, size * 2, size * 1.2));
      g.setColor(Dice.veil(Color.WHITE, 0.8));
      g.fill(new Ellipse2D.Double(px - size, y + size * 0.35, size * 2, size * 0.45));
      x += drift + dice.about(0.008);
      y -= step * (0.35 + 0.9 * (y - horizon));
    }
  }

  private void trunk(double horizon) {
    double x = dice.chance(0.5) ? dice.in(-0.02, 0.2) : dice.in(0.8, 1.02);
    double wide = dice.in(0.04, 0.09);
    double foot = Math.max(horizon, 0) + dice.in(0.1, 0.35);
    Color bark = dice.chance(0.5) ? dice.colour(30, 10, 0.05, 0.04, 0.8, 0.08)
        : dice.colour(22, 8, 0.3, 0.1, 0.32, 0.06);
    for (int i = 0; i < 10; i++) {
      double t = i / 10.0;
      g.setColor(Dice.shade(bark, 1.08 - 0.4 * t));
      g.fill(new Rectangle2D.Double(x + wide * t, -0.1, wide * 0.11, foot + 0.1));
    }
    g.setStroke(new BasicStroke(0.006f));
    for (int i = 0; i < 14; i++) {
      double y = dice.in(0, foot);
      double from = x + wide * dice.in(0, 0.6);
      g.setColor(Dice.veil(Color.BLACK, dice.in(0.2, 0.6)));
      g.draw(new Line2D.Double(from, y, from + wide * dice.in(0.15, 0.4), y + dice.about(0.006)));
    }
    land.blot(snow, x + wide / 2, foot + 0.005, wide * 1.1, 0.025, 2);
  }

  private void twigs(double horizon) {
    double x = dice.in(0.05, 0.95);
    double y = dice.in(Math.max(horizon, 0) + 0.2, 0.95);
    g.setStroke(new BasicStroke(0.005f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 9; i++) {
      g.setColor(dice.colour(35, 10, 0.4, 0.15, 0.42, 0.15));
      g.draw(new Line2D.Double(x + dice.about(0.03), y, x + dice.about(0.1), y - dice.in(0.05, 0.16)));
    }
  }

  @Override
  public void shadow(Light light, double x, double feet, double wide) {
    double side = light.fromLeft() ? 0.25 : -0.25;
    land.blot(Dice.shade(shade, 0.72), x + wide * side, feet + 0.005, wide * 1.15, 0.045, 0.75);
  }

  @Override
  public void inFront(double x, double feet, double wide) {
    int mounds = 2 + dice.upTo(4);
    for (int i = 0; i < mounds; i++) {
      double mx = x + dice.about(1) * wide;
      double size = dice.in(0.03, 0.09);
      land.blot(snow, mx, feet + size * 0.32, size, size * 0.35, 1.6);
    }
    if (dice.chance(0.5)) {
      falling();
    }
  }

  private void falling() {
    int flakes = 20 + dice.upTo(80);
    for (int i = 0; i < flakes; i++) {
      double size = Math.abs(dice.gauss()) * 0.005 + 0.0025;
      double fx = dice.in(0, 1);
      double fy = dice.in(0, 1);
      g.setColor(Dice.veil(Color.WHITE, dice.in(0.5, 0.95)));
      g.fill(new Ellipse2D.Double(fx - size, fy - size, 2 * size, 2 * size));
    }
  }
}
