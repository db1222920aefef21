/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.Color;
import java.awt.Graphics2D;

/** Paints an animal that looks right; its feet are at height 0, up is negative, its body's middle is at 0. */
final class BodyPainter {
  /** How an animal holds itself. */
  enum Pose {
    STANDING, TROTTING, SITTING
  }

  private final Dice dice;
  private final Anatomy a;
  private final Coat coat;
  private final Fur fur;
  private final HeadPainter head;

  BodyPainter(Graphics2D g, Dice dice, Anatomy anatomy, Coat coat) {
    this.dice = dice;
    this.a = anatomy;
    this.coat = coat;
    this.fur = new Fur(g, dice);
    this.head = new HeadPainter(g, dice, coat, anatomy);
  }

  void paint(Pose pose) {
    boolean front = dice.chance(0.5);
    if (pose == Pose.SITTING) {
      sitting(front);
    } else {
      upright(pose == Pose.TROTTING ? dice.in(0.1, 0.2) : dice.in(0, 0.05), front);
    }
  }

  private void upright(double swing, boolean front) {
    double hip = -a.body() / 2;
    double shoulder = a.body() / 2 - 0.04;
    double back = -(a.legs() + a.girth() * 0.75);
    boolean phase = dice.chance(0.5);
    double s = phase ? swing : -swing;
    Color far = Dice.shade(coat.base(), 0.68);
    Color farSock = Dice.shade(coat.socks(), 0.68);
    hindLeg(hip + 0.08, back, -s, far, farSock);
    foreLeg(shoulder + 0.02, back, s, far, farSock);
    if (!a.bushy()) {
      thinTail(hip - 0.03, back - a.girth() * 0.4);
    } else {
      brush(hip - 0.05, back - 0.02, dice.in(-0.1, 0.32));
    }
    fur.limb(coat.base(), Limb.of(hip, back, a.girth() * 0.86, 0, back + 0.01, a.girth() * 0.86, shoulder - 0.03,
        back + 0.02, a.girth()));
    fur.patch(coat.under(),
        Limb.of(hip + 0.16, back + a.girth() * 0.72, 0.04, shoulder, back + a.girth() * 0.74, 0.06));
    saddle(hip + 0.1, shoulder - 0.2, back - a.girth() * 0.45);
    hindLeg(hip, back, s, coat.base(), coat.socks());
    foreLeg(shoulder - 0.05, back, -s, coat.base(), coat.socks());
    double reach = dice.in(0.1, 0.24);
    double headX = shoulder + reach + 0.08;
    double headY = back - dice.in(0.14, 0.38);
    neck(shoulder - 0.06, back - 0.02, headX - a.head() * 0.3, headY + a.head() * 0.3);
    head.paint(headX, headY, front ? dice.about(0.15) : dice.in(-0.12, 0.3), front);
  }

  private void sitting(boolean front) {
    double chestX = dice.in(0.1, 0.2);
    double chestY = -(a.legs() + dice.in(0.2, 0.28));
    Color far = Dice.shade(coat.base(), 0.7);
    if (a.bushy()) {
      if (dice.chance(0.5)) {
        brush(-0.28, -0.14, 0.16);
      } else {
        tail(Limb.of(-0.26, -0.13, 0.08, -0.5, -0.12, 0.12, -0.42, 0.0, 0.12, -0.12, 0.02, 0.09, 0.06, 0.01, 0.03));
      }
    } else {
      tail(Limb.of(-0.3, -0.1, 0.06, -0.48, -0.06, 0.05, -0.42 - a.tail() * 0.5, -0.04 - dice.in(0, 0.2), 0.035));
    }
    fur.limb(far, Limb.of(chestX + 0.1, chestY + 0.15, a.girth() * 0.4, chestX + 0.14, -0.2, a.legWidth(),
        chestX + 0.16, -0.03, a.legWidth() * 0.8));
    paw(chestX + 0.19, Dice.shade(coat.socks(), 0.7));
    fur.limb(coat.base(), Limb.of(-0.16, -0.2, 0.21, -0.02, chestY * 0.7, a.girth() * 0.98, chestX, chestY,
        a.girth() * 0.88));
    fur.limb(coat.base(), Limb.of(-0.12, -0.2, 0.19, 0.0, -0.14, 0.13));
    fur.limb(coat.socks(), Limb.of(-0.08, -0.045, 0.045, 0.1, -0.04, 0.045));
    fur.limb(coat.base(), Limb.of(chestX + 0.02, chestY + 0.1, a.girth() * 0.5, chestX + 0.03, -0.25,
        a.legWidth() * 1.15, chestX + 0.04, -0.16, a.legWidth() * 0.95));
    fur.limb(coat.socks(), Limb.of(chestX + 0.04, -0.2, a.legWidth() * 0.98, chestX + 0.05, -0.03,
        a.legWidth() * 0.85));
    paw(chestX + 0.08, coat.socks());
    double headX = chestX + dice.in(0.0, 0.12);
    double headY = chestY - a.girth() * 0.7 - a.head() * dice.in(0.7, 1);
    neck(chestX, chestY, headX - a.head() * 0.15, headY + a.head() * 0.4);
    fur.patch(coat.under(), Limb.of(headX + 0.05, headY + a.head() * 0.9, a.head() * 0.5, chestX + a.girth() * 0.45,
        chestY + 0.02, a.girth() * 0.42, chestX + a.girth() * 0.3, chestY + 0.2, a.girth() * 0.2));
    saddle(-0.22, -0.08, chestY * 0.75);
    head.paint(headX, headY, front ? dice.about(0.2) : dice.in(-0.15, 0.2), front);
  }

  private void neck(double x1, double y1, double x2, double y2) {
    double wide = a.bushy() ? 0.78 : 0.7;
    fur.limb(coat.base(), Limb.of(x1, y1, a.girth() * 0.9, (x1 + x2) / 2, (y1 + y2) / 2, a.girth() * wide, x2, y2,
        a.head() * 0.8));
    fur.patch(coat.under(), Limb.of(x1 + a.girth() * 0.55, y1 + a.girth() * 0.35, 0.08, x2 + a.head() * 0.3,
        y2 + a.head() * 0.35, 0.07));
  }

  private void foreLeg(double x, double back, double swing, Color upper, Color lower) {
    double knee = -a.legs() * 0.5;
    fur.limb(upper, Limb.of(x, back + 0.06, a.girth() * 0.55, x + swing * 0.3, -a.legs() * 0.85, a.legWidth() * 1.5,
        x + swing * 0.8, knee, a.legWidth()));
    fur.limb(lower, Limb.of(x + swing * 0.75, knee, a.legWidth(), x + swing, -0.03, a.legWidth() * 0.8));
    paw(x + swing + 0.03, lower);
  }

  private void hindLeg(double x, double back, double swing, Color upper, Color lower) {
    fur.limb(upper, Limb.of(x + 0.02, back + 0.05, a.girth() * 0.72, x + 0.07 + swing * 0.3, -a.legs() * 0.75,
        a.legWidth() * 1.9, x - 0.06 + swing * 0.7, -a.legs() * 0.42, a.legWidth()));
    fur.limb(lower, Limb.of(x - 0.06 + swing * 0.7, -a.legs() * 0.42, a.legWidth(), x - 0.02 + swing, -0.03,
        a.legWidth() * 0.8));
    paw(x + swing + 0.01, lower);
  }

  private void paw(double x, Color colour) {
    fur.limb(colour, Limb.of(x - 0.03, -0.03, a.legWidth() * 0.75, x + 0.03, -0.025, a.legWidth() * 0.68));
  }

  private void brush(double x, double y, double droop) {
    double t = a.tail();
    double bend = dice.about(0.06);
    tail(Limb.of(x, y, 0.07, x - t * 0.35, y + droop * 0.45 + bend, 0.13, x - t * 0.75, y + droop * 0.9, 0.125, x - t,
        y + droop - bend, 0.03));
  }

  private void thinTail(double x, double y) {
    double t = a.tail();
    double lift = dice.in(0.2, 1);
    tail(Limb.of(x, y, 0.065, x - t * 0.5, y - t * 0.35 * lift, 0.05, x - t * dice.in(0.45, 0.8), y - t * 0.95 * lift,
        0.03));
  }

  private void tail(Limb limb) {
    fur.limb(coat.base(), limb);
    int count = limb.places().size();
    int from = (int) (count * 0.74);
    double[] xyr = new double[3 * (count - from)];
    for (int i = from; i < count; i++) {
      Limb.Place p = limb.places().get(i);
      xyr[3 * (i - from)] = p.x();
      xyr[3 * (i - from) + 1] = p.y();
      xyr[3 * (i - from) + 2] = p.radius();
    }
    fur.limb(coat.tailTip(), Limb.of(xyr));
  }

  private void saddle(double from, double to, double y) {
    if (coat.saddle() != null) {
      fur.patch(coat.saddle(), Limb.of(from, y, 0.12, to, y, 0.12));
    }
  }
}
