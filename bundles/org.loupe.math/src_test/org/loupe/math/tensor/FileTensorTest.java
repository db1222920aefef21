/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTensorTest {
  private static final int N = 100_003; // more than one block of doubles, and no multiple of it
  @TempDir
  Path dir;

  private FileTensor doubles() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(5 + N * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < N; i++) {
      bytes.putDouble(5 + 8 * i, i * 0.5);
    }
    Path file = dir.resolve("doubles");
    Files.write(file, bytes.array());
    return new FileTensor(ElementType.FLOAT64, Shape.of(N), file, 5);
  }

  @Test
  void everyWayOfReadingAgrees() throws IOException {
    FileTensor t = doubles();
    double[] expected = new double[N];
    Arrays.setAll(expected, i -> i * 0.5);
    assertArrayEquals(expected, t.toDoubles());
    assertArrayEquals(expected, t.load().toDoubles());
    float[] floats = t.toFloats();
    double[] tail = new double[40_000];
    t.copyTo(N - tail.length, tail);
    assertArrayEquals(Arrays.copyOfRange(expected, N - tail.length, N), tail);
    for (int i : new int[] {0, 32_767, 32_768, N - 1}) {
      assertEquals(expected[i], t.get(i));
      assertEquals((float) expected[i], floats[i]);
    }
  }

  @Test
  void itemsAreSlices() throws IOException {
    FileTensor rows = doubles().reshape(Shape.of(N, 1));
    assertEquals(5 + 8 * 7, rows.item(7).offset());
    assertEquals(3.5, rows.item(7).get(0));
    assertThrows(IndexOutOfBoundsException.class, () -> rows.item(N));
  }

  @Test
  void bytesGoToAStream() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FileTensor t = doubles();
    t.transferTo(out);
    byte[] all = Files.readAllBytes(t.file());
    assertArrayEquals(Arrays.copyOfRange(all, 5, all.length), out.toByteArray());
  }

  @Test
  void aFileTooShortIsNamedBeforeMemoryIsTaken() throws IOException {
    Path file = dir.resolve("short");
    Files.write(file, new byte[100]);
    FileTensor t = new FileTensor(ElementType.FLOAT32, Shape.of(400_000_000), file, 0);
    UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> t.load());
    assertTrue(e.getCause() instanceof EOFException && e.getMessage().contains("short"), e.getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> t.get(400_000_000));
  }

  @Test
  void impossibleSlicesAreRefused() {
    Path file = dir.resolve("none");
    assertThrows(IllegalArgumentException.class, () -> new FileTensor(ElementType.STRING, Shape.of(1), file, 0));
    assertThrows(IllegalArgumentException.class, () -> new FileTensor(ElementType.INT8, Shape.of(1), file, -1));
    assertThrows(IllegalArgumentException.class,
        () -> new FileTensor(ElementType.INT64, Shape.of(Long.MAX_VALUE / 4), file, 0));
    FileTensor huge = new FileTensor(ElementType.FLOAT32, Shape.of(1L << 31), file, 0);
    assertThrows(IllegalArgumentException.class, huge::load);
    assertThrows(IllegalStateException.class, huge::toFloats);
  }
}
