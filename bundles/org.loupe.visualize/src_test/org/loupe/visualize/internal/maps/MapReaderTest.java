/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.result.FeatureMaps;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;

class MapReaderTest {
  @TempDir
  Path folder;

  private static MapReader reader(FeatureMaps maps) {
    return new MapReader(maps.values(), maps.layout().channel(), maps.layout().row(), maps.layout().column());
  }

  @Test
  void mapsAreReadWholeWhateverTheLayout() {
    // Channel c, row r, column k of both layers: 100 c + 10 r + k.
    MapReader first = reader(Layers.maps(3, 2, 4, i -> i / 8 * 100 + i % 8 / 4 * 10 + i % 4));
    MapReader last = reader(Layers.of(Layers.nhwc(), Shape.of(1, 2, 4, 3),
        i -> i % 3 * 100 + i / 12 * 10 + i / 3 % 4));
    for (MapReader reader : new MapReader[] {first, last}) {
      Maps maps = reader.read(new int[] {2, 0}, 99, 99);
      assertEquals(2, maps.rows());
      assertEquals(4, maps.columns());
      assertEquals(213, maps.at(0, 1, 3));
      assertEquals(2, maps.at(1, 0, 2));
      assertEquals(213, maps.most(0));
      assertEquals(0, maps.least(1));
      assertEquals(112, reader.at(1, 1, 2));
    }
  }

  @Test
  void aCoarserMapHasTheMeansOfBlocks() {
    MapReader reader = reader(Layers.maps(1, 4, 6, i -> i));
    Maps maps = reader.read(new int[] {0}, 2, 3);
    for (int r = 0; r < 2; r++) {
      for (int c = 0; c < 3; c++) {
        double mean = (12 * r + 2 * c + 12 * r + 2 * c + 1 + 12 * r + 6 + 2 * c + 12 * r + 7 + 2 * c) / 4.0;
        assertEquals(mean, maps.at(0, r, c), 1e-5);
      }
    }
    assertEquals(23, maps.most(), "of all values, not of the means");
    Maps uneven = reader(Layers.maps(1, 1, 5, i -> i)).read(new int[] {0}, 1, 2);
    assertEquals(1, uneven.at(0, 0, 0), 1e-6);
    assertEquals(3.5, uneven.at(0, 0, 1), 1e-6);
  }

  @Test
  void whatIsNotFiniteStaysSeenAndIsCounted() {
    Maps maps = reader(Layers.maps(2, 2, 2, i -> i == 1 ? Double.NaN : i == 2 ? Double.POSITIVE_INFINITY : 0))
        .read(new int[] {0, 1}, 1, 1);
    assertTrue(Float.isNaN(maps.at(0, 0, 0)));
    assertEquals(2, maps.notFinite(0));
    assertFalse(maps.dead(0));
    assertTrue(maps.dead(1));
    assertEquals(0, maps.least());
    assertEquals(0, maps.most());
    assertEquals(1, maps.sample().length);
  }

  /** A layer of 100 million values, of which only the corners of the first and the last row take room. */
  private FileTensor large(Shape shape) throws Exception {
    Path file = folder.resolve("large.bin");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(shape.size() * 4);
    }
    return new FileTensor(ElementType.FLOAT32, shape, file, 0);
  }

  private void put(FileTensor tensor, long index, float value) throws Exception {
    try (RandomAccessFile out = new RandomAccessFile(tensor.file().toFile(), "rw")) {
      out.seek(index * 4);
      out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    }
  }

  @Test
  void ofALargeLayerInAFileSomeRowsAndColumnsAreRead() throws Exception {
    int side = 5000;
    FileTensor planes = large(Shape.of(1, 4, side, side));
    // The middles of the four quarters of channel 3.
    put(planes, 3L * side * side + 1250L * side + 3750, 7);
    put(planes, 3L * side * side + 3750L * side + 1250, -2);
    MapReader reader = new MapReader(planes, 1, 2, 3);
    assertTrue(reader.samples());
    Maps maps = reader.read(new int[] {3, 0}, 2, 2);
    assertEquals(7, maps.at(0, 0, 1));
    assertEquals(-2, maps.at(0, 1, 0));
    assertEquals(-2, maps.least());
    assertTrue(maps.dead(1));
  }

  @Test
  void channelsLastAreSampledAlike() throws Exception {
    int side = 5000;
    FileTensor pixels = large(Shape.of(1, side, side, 4));
    put(pixels, (1250L * side + 3750) * 4 + 2, 5);
    Maps maps = new MapReader(pixels, 3, 1, 2).read(new int[] {2, 1}, 2, 2);
    assertEquals(5, maps.at(0, 0, 1));
    assertEquals(0, maps.at(0, 1, 1));
    assertTrue(maps.dead(1));
  }

  @Test
  void aSmallSliceOfAFileIsReadAsTheSameMaps() throws Exception {
    FileTensor slice = large(Shape.of(1, 2, 3, 3));
    put(slice, 10, 4);
    Maps maps = new MapReader(slice, 1, 2, 3).read(new int[] {1}, 3, 3);
    assertEquals(4, maps.at(0, 0, 1));
    ArrayTensor one = ArrayTensor.of(Shape.of(2, 3), 1f, 2, 3, 4, 5, 6);
    assertEquals(6, new MapReader(one, -1, 0, 1).read(new int[] {0}, 9, 9).at(0, 1, 2));
  }
}
