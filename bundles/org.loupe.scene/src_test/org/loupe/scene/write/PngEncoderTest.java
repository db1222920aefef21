/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.scene.Raster;

/** Java's own reader is the reference. */
class PngEncoderTest {

  static int[] decode(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @ParameterizedTest
  @CsvSource({"1,1,true", "1,1,false", "7,3,true", "300,200,false", "1000,40,true", "1,500,false"})
  void everyPixelComesBack(int width, int height, boolean opaque) throws IOException {
    Random random = new Random(width);
    int[] argb = random.ints((long) width * height).map(c -> opaque ? c | 0xff000000 : c).toArray();
    if (!opaque) {
      argb[0] = 0x80123456;
    }
    for (int i = argb.length / 2; i < argb.length; i++) {
      argb[i] = 0xff000000 | i * 0x10203; // a smooth part, on which other filters win
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngEncoder.write(Raster.of(width, height, argb), out);
    assertArrayEquals(argb, decode(out.toByteArray()));
    assertEquals(opaque || width * height == 1 ? 2 : 6, out.toByteArray()[25], "colour type");
  }

  @Test
  void smoothPicturesPackWell() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngEncoder.write(Raster.of(500, 500, (x, y) -> 0xff000000 | (x / 2) << 16 | (y / 2) << 8), out);
    assertEquals(true, out.size() < 500 * 500 * 3 / 50, out.size() + " bytes");
  }
}
