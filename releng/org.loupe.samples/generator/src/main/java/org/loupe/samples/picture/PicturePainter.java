/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.loupe.math.random.RandomStreams;

/**
 * Draws animals on their ground. A drawing depends only on the seed, the name of its set, what it shows and its number
 * in the set, never on what was drawn before.
 */
public final class PicturePainter {
  /** Pixels on each side of a picture. */
  public static final int SIZE = 128;
  /** Pixels of the canvas for each pixel of the picture. */
  private static final int FINE = 2;
  private static final int CANVAS = SIZE * FINE;

  private final long seed;

  public PicturePainter(long seed) {
    this.seed = seed;
  }

  /** @param set name of the set, as train or tour */
  public Drawing paint(String set, Animal animal, Ground ground, int number) {
    // Ground and animal draw from streams of their own, and pose and light from a stream that does not know either.
    String index = Integer.toString(number);
    Dice stage = new Dice(RandomStreams.of(seed, set, "stage", animal.name() + ground.name(), index));
    Dice soil = new Dice(RandomStreams.of(seed, set, "ground", animal.name() + ground.name(), index));
    Dice body = new Dice(RandomStreams.of(seed, set, "animal", animal.name() + ground.name(), index));
    BufferedImage canvas = new BufferedImage(CANVAS, CANVAS, BufferedImage.TYPE_INT_RGB);
    BufferedImage figure = figure(animal, stage, body);
    Rectangle2D box = Masks.box(figure);
    Light light = Light.of(stage);
    shadeFigure(figure, box, light);
    Graphics2D g = graphics(canvas);
    g.scale(CANVAS, CANVAS);
    Scenery scenery = ground == Ground.SNOW ? new SnowScenery(g, soil) : new GrassScenery(g, soil);
    scenery.behind(light);
    double feet = box.getMaxY() / CANVAS;
    double middle = box.getCenterX() / CANVAS;
    double wide = box.getWidth() / 2 / CANVAS;
    scenery.shadow(light, middle, feet, wide);
    g.drawImage(figure, new AffineTransform(1.0 / CANVAS, 0, 0, 1.0 / CANVAS, 0, 0), null);
    BufferedImage before = Masks.copy(canvas);
    scenery.inFront(middle, feet, wide);
    g.dispose();
    return new Drawing(Masks.finish(canvas, light, stage), Masks.seen(figure, before, canvas));
  }

  /** The animal alone, on nothing. */
  private static BufferedImage figure(Animal animal, Dice stage, Dice body) {
    BufferedImage figure = new BufferedImage(CANVAS, CANVAS, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = graphics(figure);
    BodyPainter.Pose pose = BodyPainter.Pose.values()[stage.upTo(BodyPainter.Pose.values().length)];
    boolean sitting = pose == BodyPainter.Pose.SITTING;
    double scale = CANVAS * (sitting ? stage.in(0.54, 0.7) : stage.in(0.44, 0.56));
    double facing = stage.chance(0.5) ? scale : -scale;
    double x = CANVAS * (0.5 + stage.about(sitting ? 0.18 : 0.06)) + (sitting ? 0 : 0.05 * facing);
    double y = CANVAS * (sitting ? stage.in(0.9, 0.97) : stage.in(0.78, 0.93));
    g.translate(x, y);
    g.rotate(stage.about(0.06));
    g.scale(facing, scale * stage.in(0.96, 1.06));
    new BodyPainter(g, body, Anatomy.of(animal, body), Coat.of(animal, body)).paint(pose);
    g.dispose();
    return figure;
  }

  /** Light from above and the side, on the animal only. */
  private static void shadeFigure(BufferedImage figure, Rectangle2D box, Light light) {
    Graphics2D g = graphics(figure);
    g.setComposite(AlphaComposite.SrcAtop);
    g.setPaint(new GradientPaint(0, (float) box.getMinY(), new Color(255, 255, 255, 26), 0, (float) box.getMaxY(),
        new Color(20, 20, 50, 96)));
    g.fill(new Rectangle2D.Double(0, 0, CANVAS, CANVAS));
    float bright = (float) (light.fromLeft() ? box.getMinX() : box.getMaxX());
    float dark = (float) (light.fromLeft() ? box.getMaxX() : box.getMinX());
    g.setPaint(new GradientPaint(bright, 0, new Color(255, 245, 220, 40), dark, 0, new Color(0, 0, 30, 45)));
    g.fill(new Rectangle2D.Double(0, 0, CANVAS, CANVAS));
    g.dispose();
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }
}
