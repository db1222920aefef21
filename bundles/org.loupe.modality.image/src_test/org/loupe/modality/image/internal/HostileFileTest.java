/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.modality.image.internal.file.PictureReader;

/** Files that are not what they say: each is one line, never another exception. */
class HostileFileTest {
  private static final double[] WHITE = {255, 255, 255};
  @TempDir
  Path folder;

  private String refused(byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("picture.png"), content);
    LoupeException e = assertThrows(LoupeException.class, () -> PictureReader.read(file, WHITE, Progress.NONE));
    assertEquals(LoupeException.Kind.BAD_INPUT, e.kind());
    String prefix = "cannot read picture " + file + ": ";
    assertTrue(e.getMessage().startsWith(prefix), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    return e.getMessage().substring(prefix.length());
  }

  private static byte[] golden(String name) throws Exception {
    return Files.readAllBytes(GoldenTest.golden(name));
  }

  @Test
  void whatIsNoPictureIsRefusedWhateverItsEnding() throws Exception {
    assertEquals("it is no PNG, JPEG, BMP or TIFF picture", refused("hello, world".getBytes()));
    assertEquals("it is no PNG, JPEG, BMP or TIFF picture", refused(new byte[0]));
  }

  @Test
  void aMissingFileAndAFolderAreSaid() {
    Path missing = folder.resolve("none.png");
    assertEquals("cannot read picture " + missing + ": there is no such file",
        assertThrows(LoupeException.class, () -> PictureReader.read(missing, WHITE, Progress.NONE)).getMessage());
    assertEquals("cannot read picture " + folder + ": it is a folder",
        assertThrows(LoupeException.class, () -> PictureReader.read(folder, WHITE, Progress.NONE)).getMessage());
  }

  @Test
  void theEndingDoesNotMatter() throws Exception {
    Path file = Files.write(folder.resolve("picture.png"), golden("progressive.jpg"));
    assertEquals(30, PictureReader.read(file, WHITE, Progress.NONE).width());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb.png", "rgb.bmp", "rgb.tif", "grey.tif", "grey16.png", "grey16.tif", "palette.png",
      "palette.bmp", "orientation1.jpg", "progressive.jpg", "grey.jpg"})
  void aFileThatIsCutShortIsRefused(String name) throws Exception {
    byte[] whole = golden(name);
    for (int tenths = 1; tenths <= 9; tenths++) {
      refused(Arrays.copyOf(whole, whole.length * tenths / 10));
    }
  }

  @Test
  void aPixelBombIsRefusedByWhatItClaims() throws Exception {
    byte[] png = golden("rgb.png");
    ByteBuffer b = ByteBuffer.wrap(png);
    b.putInt(16, 200_000).putInt(20, 100_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    b.putInt(29, (int) crc.getValue());
    assertEquals("it claims 200000 x 100000 pixels, more than the limit of 100 megapixels", refused(png));
  }

  @Test
  void fourInksAreRefused() throws Exception {
    assertEquals("it is a JPEG of four inks (CMYK); convert it to RGB", refused(golden("cmyk.jpg")));
  }

  /** Changes bytes at random: the file is then read or refused, but nothing else happens. */
  @ParameterizedTest
  @ValueSource(strings = {"rgb.png", "rgb.bmp", "rgb.tif", "grey16.tif", "palette.png", "orientation6.jpg",
      "progressive.jpg", "orientation8.tif", "palette.bmp"})
  void damagedFilesAreReadOrRefused(String name) throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    byte[] whole = golden(name);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k < 3; k++) {
        damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("damaged"), damaged);
      try {
        assertTrue(PictureReader.read(file, WHITE, Progress.NONE).width() > 0);
      } catch (LoupeException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
  }

  @Test
  void stopsWhenCancelled() throws Exception {
    Path file = GoldenTest.golden("rgb.png");
    Progress cancelled = new Progress() {
      @Override
      public void begin(String task, long units) {
      }

      @Override
      public void worked(long units) {
      }

      @Override
      public boolean cancelled() {
        return true;
      }
    };
    for (Path f : List.of(file, GoldenTest.golden("progressive.jpg"))) {
      assertThrows(CancellationException.class, () -> PictureReader.read(f, WHITE, cancelled));
    }
  }
}
