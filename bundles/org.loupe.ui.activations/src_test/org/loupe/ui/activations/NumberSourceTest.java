/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.Progress;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.api.result.FeatureMaps;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class NumberSourceTest {
  @TempDir
  Path folder;

  private static NumberPage all(NumberSource source) {
    return NumberPage.read(source, 0, 0, 1000, 1000, Progress.NONE);
  }

  @Test
  void aChannelsMapIsReadByRowsAndColumnsWhereverItsAxisLies() {
    NumberSource first = NumberSource.of(SomeLayers.maps(SomeLayers.counting(1, 2, 3, 4), SomeLayers.MAPS), 1);
    assertEquals(3, first.rows());
    assertEquals(4, first.columns());
    assertArrayEquals(new double[] {20, 21, 22, 23}, all(first).values()[2]);
    // the same numbers with channels last: every second one is of channel 1
    NumberSource last = NumberSource.of(
        SomeLayers.maps(SomeLayers.counting(1, 3, 4, 2), new FeatureLayout(Kind.MAPS, 3, 1, 2)), 1);
    assertArrayEquals(new double[] {17, 19, 21, 23}, all(last).values()[2]);
    assertTrue(first.quick() && last.quick());
  }

  @Test
  void tokensVectorsAndOthersAreTables() {
    NumberSource tokens = NumberSource.of(SomeLayers.maps(SomeLayers.counting(1, 5, 3), SomeLayers.TOKENS), 2);
    assertArrayEquals(new double[] {12, 13, 14}, all(tokens).values()[4]);
    NumberSource vector = NumberSource.of(SomeLayers.maps(SomeLayers.counting(1, 7), SomeLayers.VECTOR), 0);
    assertEquals(7, vector.rows());
    assertArrayEquals(new double[] {6}, all(vector).values()[6]);
    NumberSource other = NumberSource.of(SomeLayers.maps(SomeLayers.counting(2, 2, 2, 2, 2), SomeLayers.OTHER), 0);
    assertEquals(16, other.rows());
    assertArrayEquals(new double[] {30, 31}, all(other).values()[15]);
  }

  @Test
  void aPageEndsWhereTheNumbersEnd() {
    NumberSource source = NumberSource.of(SomeLayers.maps(SomeLayers.counting(1, 1, 6, 5), SomeLayers.MAPS), 0);
    NumberPage page = NumberPage.read(source, 4, 3, 10, 10, Progress.NONE);
    assertTrue(page.has(4, 3) && page.has(5, 4));
    assertFalse(page.has(3, 3) || page.has(6, 3) || page.has(4, 2) || page.has(4, 5));
    assertEquals(5 * 5 + 4, page.value(5, 4));
    assertEquals(0, NumberPage.read(source, 6, 0, 10, 10, Progress.NONE).values().length);
    assertThrows(CancellationException.class, () -> NumberPage.read(source, 0, 0, 1, 1, new Cancelled()));
  }

  /** More than ten gigabytes, of which a few numbers are written and the rest takes no place on the disk. */
  @Test
  void anActivationOfTenGigabytesIsReadByPages() throws IOException {
    Shape shape = Shape.of(1, 4096, 800, 820);
    Path file = folder.resolve("large");
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
        StandardOpenOption.SPARSE)) {
      put(out, shape.size() - 1, 7.5f);
      put(out, shape.size() - 820, -2);
    }
    Tensor values = new FileTensor(ElementType.FLOAT32, shape, file, 0);
    assertTrue(shape.size() * 4 > 10_000_000_000L);
    FeatureMaps maps = SomeLayers.maps(values, SomeLayers.MAPS);

    NumberSource source = NumberSource.of(maps, 4095);
    NumberPage page = NumberPage.read(source, 790, 0, 60, 820, Progress.NONE);

    assertFalse(source.quick(), "is not for the UI thread");
    assertEquals(7.5, page.value(799, 819));
    assertEquals(-2, page.value(799, 0));
    assertEquals(0, page.value(790, 5));
    MapTiles tiles = new MapTiles(maps, new int[] {0, 4095}, Optional.empty(), false, new ChannelWords(maps,
        List.of()));
    var picture = tiles.picture(1, 72, Progress.NONE).orElseThrow();
    assertEquals(72, picture.width);
    assertTrue(picture.getPixel(71, 71) != picture.getPixel(36, 36), "the value in the corner is seen");
  }

  @Test
  void valuesWhoseFileHasGoneAreAnError() {
    NumberSource gone = NumberSource.of(SomeLayers.maps(
        new FileTensor(ElementType.FLOAT32, Shape.of(1, 1, 2, 2), folder.resolve("none"), 0), SomeLayers.MAPS), 0);
    assertThrows(UncheckedIOException.class, () -> NumberPage.read(gone, 0, 0, 1, 1, Progress.NONE));
  }

  private record Cancelled() implements Progress {
    @Override
    public void begin(String task, long units) {
      // nobody looks
    }

    @Override
    public void worked(long units) {
      // nobody looks
    }

    @Override
    public boolean cancelled() {
      return true;
    }
  }

  private static void put(FileChannel out, long index, float value) throws IOException {
    out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, value), index * 4);
  }
}
