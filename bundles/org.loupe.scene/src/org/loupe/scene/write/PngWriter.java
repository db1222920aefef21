/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.loupe.scene.Group;
import org.loupe.scene.Item;
import org.loupe.scene.Raster;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;
import org.loupe.scene.Theme;
import org.loupe.scene.text.AwtTextMeasure;
import org.loupe.scene.text.TextMeasure;

/** Draws a scene as PNG, without a display. */
public final class PngWriter {
  /** Largest scale. */
  public static final double MAX_SCALE = 4;

  private PngWriter() {
  }

  /** Writes a file, replacing one that is there; as {@link #write(Scene, Theme, double, OutputStream)}. */
  public static void write(Scene scene, Theme theme, double scale, Path file) throws IOException {
    Raster raster = draw(scene, theme, scale);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      PngEncoder.write(raster, out);
    }
  }

  /**
   * Writes to a stream, which stays open.
   *
   * @param scale pixels of the file for each pixel of the scene, 0.1 to {@link #MAX_SCALE}
   * @throws IOException if writing fails, the picture would exceed {@link Raster#MAX_SIDE} pixels a side, or it has
   *     text and Java finds no font on this machine
   */
  public static void write(Scene scene, Theme theme, double scale, OutputStream out) throws IOException {
    PngEncoder.write(draw(scene, theme, scale), out);
  }

  /** The pixels that {@link #write} writes. @throws IOException if they would be too many, or there is no font */
  public static Raster draw(Scene scene, Theme theme, double scale) throws IOException {
    return draw(scene, theme, scale, TextMeasure.best());
  }

  static Raster draw(Scene scene, Theme theme, double scale, TextMeasure measure) throws IOException {
    if (!(scale >= 0.1 && scale <= MAX_SCALE)) {
      throw new IllegalArgumentException("the scale " + scale + " is outside 0.1 to " + MAX_SCALE);
    }
    long width = (long) Math.ceil(scene.width() * scale - 1e-9);
    long height = (long) Math.ceil(scene.height() * scale - 1e-9);
    if (width > Raster.MAX_SIDE || height > Raster.MAX_SIDE || width * height > Raster.MAX_PIXELS) {
      throw new IOException("a PNG of " + width + " x " + height + " pixels is beyond the limit of " + Raster.MAX_SIDE
          + " a side and " + Raster.MAX_PIXELS + " in all; choose a smaller scale or SVG");
    }
    if (!(measure instanceof AwtTextMeasure) && hasText(scene.items())) {
      throw new IOException("Java finds no fonts here to draw text with; install fontconfig and a font, or write SVG");
    }
    BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_ARGB);
    try {
      Graphics2D g = image.createGraphics();
      g.scale(scale, scale);
      new Java2DPainter(g, theme, measure).paint(scene);
      g.dispose();
    } catch (LinkageError | AWTError e) {
      throw new IOException("Java cannot draw here (" + e.getMessage()
          + "); start it with -Djava.awt.headless=true, or write SVG", e);
    }
    int[] argb = new int[(int) (width * height)];
    image.getRaster().getDataElements(0, 0, (int) width, (int) height, argb);
    return Raster.of((int) width, (int) height, argb);
  }

  private static boolean hasText(List<Item> items) {
    return items.stream().anyMatch(i -> i instanceof TextItem || i instanceof Group g && hasText(g.items()));
  }
}
