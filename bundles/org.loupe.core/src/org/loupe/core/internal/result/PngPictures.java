/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.loupe.api.subject.Picture;

/** Pictures as PNG, without loss, alpha included. */
public final class PngPictures {
  private PngPictures() {
  }

  public static void write(Picture picture, OutputStream out) throws IOException {
    BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
    image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), picture.argb());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(image);
    } finally {
      writer.dispose();
    }
  }

  /**
   * Reads one.
   *
   * @param most the most pixels to take
   * @throws IOException if it is no PNG, or has too many pixels; nothing is allocated for pixels before that is known
   */
  static Parts.Pixels read(byte[] png, long most) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
    ImageReader reader = readers.next();
    try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(stream, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > most) {
        throw new IOException("a picture of " + width + " x " + height + " pixels is too large");
      }
      BufferedImage image = reader.read(0);
      return new Parts.Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    } catch (RuntimeException e) {
      // The decoder's way to complain about many kinds of broken files.
      throw new IOException("it is no valid PNG: " + e.getMessage(), e);
    } finally {
      reader.dispose();
    }
  }
}
