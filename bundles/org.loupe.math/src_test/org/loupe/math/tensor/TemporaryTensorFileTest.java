/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class TemporaryTensorFileTest {
  @Test
  void holdsWhatIsWrittenToItsMemory() throws IOException {
    TemporaryTensorFile file = TemporaryTensorFile.create(24, () -> { });
    FileTensor tensor = file.tensor(ElementType.FLOAT32, Shape.of(2, 3));
    assertArrayEquals(new float[6], tensor.toFloats());
    ByteBuffer second = file.map(12, 12);
    second.putFloat(0, 4).putFloat(8, 6);
    assertArrayEquals(new float[] {0, 0, 0, 4, 0, 6}, tensor.toFloats());
    assertArrayEquals(new float[] {4, 0, 6}, tensor.item(1).toFloats());
    assertEquals(6, tensor.reshape(Shape.of(6)).get(5));
    assertTrue(Files.exists(tensor.file()));
    file.delete();
    assertFalse(Files.exists(tensor.file()));
    file.delete();
  }

  @Test
  void isThereAsLongAsATensorInIt() throws IOException {
    FileTensor row = TemporaryTensorFile.create(24, () -> { }).tensor(ElementType.FLOAT32, Shape.of(2, 3)).item(1);
    System.gc();
    assertArrayEquals(new float[3], row.toFloats());
  }

  @Test
  void isGivenUpWhenItIsNotWanted() {
    int[] pulses = {0};
    assertThrows(CancellationException.class, () -> TemporaryTensorFile.create(10L << 20, () -> {
      if (++pulses[0] == 3) {
        throw new CancellationException();
      }
    }));
    assertEquals(3, pulses[0]);
  }

  @Test
  void saysThatThereIsNoRoom() {
    IOException e = assertThrows(IOException.class, () -> TemporaryTensorFile.create(Long.MAX_VALUE, () -> { }));
    assertTrue(e.getMessage().contains("are free"), e.getMessage());
  }
}
