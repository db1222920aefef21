/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws the window images of the product: a lens over a patch of pixels that are coloured like a heat map.
 *
 * <p>Usage: {@code java releng/tools/Icons.java bundles/org.loupe.product/icons}. The pictures are committed; the build
 * does not run this.
 */
public class Icons {
  private static final int[] SIZES = {16, 32, 48, 64, 128, 256};
  private static final Color RIM = new Color(0x2b3a55);
  /** Rows of pixels under the lens, as indices into {@link #HEAT}. */
  private static final int[][] PIXELS = {{0, 1, 1, 0}, {1, 3, 2, 1}, {1, 2, 3, 1}, {0, 1, 1, 0}};
  private static final Color[] HEAT = {
    new Color(0x3b6fb6), new Color(0x8fb8de), new Color(0xf6b26b), new Color(0xd64545)
  };

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    folder.toFile().mkdirs();
    for (int size : SIZES) {
      ImageIO.write(draw(size), "png", folder.resolve("loupe" + size + ".png").toFile());
    }
  }

  private static BufferedImage draw(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(size / 16.0, size / 16.0);
    Ellipse2D lens = new Ellipse2D.Double(1.2, 1.2, 10, 10);
    g.setClip(lens);
    for (int y = 0; y < PIXELS.length; y++) {
      for (int x = 0; x < PIXELS[y].length; x++) {
        g.setColor(HEAT[PIXELS[y][x]]);
        g.fill(new Rectangle2D.Double(1.2 + 2.5 * x, 1.2 + 2.5 * y, 2.55, 2.55));
      }
    }
    g.setClip(null);
    g.setColor(RIM);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(lens);
    g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(10.4, 10.4, 14.3, 14.3));
    g.dispose();
    return image;
  }
}
