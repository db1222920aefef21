/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

class NpyFileTest {
  @TempDir
  Path dir;

  @Test
  void aLargeFileStaysOnDiskAndStreamsOn() throws IOException {
    long elements = (NpyReader.MAX_IN_MEMORY >> 2) + 1;
    Path file = dir.resolve("large.npy");
    byte[] header = NpyWriter.header("<f4", Shape.of(elements));
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(header));
      ByteBuffer last = ByteBuffer.wrap(new byte[] {0, 0, 0x20, 0x40});
      out.write(last, header.length + (elements - 1) * 4);
    }
    Tensor t = NpyReader.read(file);
    assertInstanceOf(FileTensor.class, t);
    assertEquals(2.5, t.get(elements - 1));
    Path copy = dir.resolve("copy.npy");
    NpyWriter.write(t, copy);
    assertEquals(-1, Files.mismatch(file, copy));
  }

  @Test
  void aSmallFileIsLoaded() throws IOException {
    Path file = dir.resolve("small.npy");
    NpyWriter.write(ArrayTensor.of(Shape.of(2, 2), 1f, 2f, 3f, 4f), file);
    Tensor t = NpyReader.read(file);
    Files.delete(file);
    assertArrayEquals(new float[] {1, 2, 3, 4}, t.toFloats());
  }

  @Test
  void aSliceOfAFileIsWrittenAlone() throws IOException {
    Path file = dir.resolve("rows.npy");
    NpyWriter.write(ArrayTensor.of(Shape.of(3, 2), 1L, 2, 3, 4, 5, 6), file);
    FileTensor rows = new FileTensor(ElementType.INT64, Shape.of(3, 2), file, 128);
    Path one = dir.resolve("one.npy");
    NpyWriter.write(rows.item(1), one);
    assertArrayEquals(new double[] {3, 4}, NpyReader.read(one).toDoubles());
  }

  @Test
  void bfloat16BecomesFloat32FromMemoryAndFromAFile() throws IOException {
    double[] values = new double[70000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 200 - 100.5;
    }
    ArrayTensor t = ArrayTensor.convert(ElementType.BFLOAT16, Shape.of(values.length), values);
    Path file = dir.resolve("b.npy");
    NpyWriter.write(t, file);
    Tensor back = NpyReader.read(file);
    assertEquals(ElementType.FLOAT32, back.type());
    assertArrayEquals(values, back.toDoubles());

    Path raw = dir.resolve("raw");
    byte[] bytes = new byte[t.data().remaining()];
    t.data().get(bytes);
    Files.write(raw, bytes);
    NpyWriter.write(new FileTensor(ElementType.BFLOAT16, t.shape(), raw, 0), file);
    assertArrayEquals(values, NpyReader.read(file).toDoubles());
  }

  @Test
  void aFileThatShrankIsAnIoException() throws IOException {
    Path file = dir.resolve("gone.bin");
    Files.write(file, new byte[8]);
    FileTensor t = new FileTensor(ElementType.FLOAT32, Shape.of(4), file, 0);
    assertThrows(IOException.class, () -> NpyWriter.write(t, dir.resolve("out.npy")));
  }

  @Test
  void textsTooLongToPadAreRefused() {
    TextTensor t = new TextTensor(Shape.of(3000), Collections.nCopies(3000, "x".repeat(100_000)));
    assertThrows(IOException.class, () -> NpyWriter.write(t, dir.resolve("text.npy")));
  }

  @Test
  void aMissingFileIsNamed() {
    IOException e = assertThrows(IOException.class, () -> NpyReader.read(dir.resolve("none.npy")));
    assertEquals(true, e.getMessage().contains("none.npy"));
  }
}
