/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.large;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

class SlicesTest {
  @Test
  void followOneAnotherWithoutGaps() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      long[] dims = new long[1 + random.nextInt(4)];
      for (int i = 0; i < dims.length; i++) {
        dims[i] = 1 + random.nextInt(6);
      }
      SizedValue value = new SizedValue("v", ElementType.FLOAT32, Shape.of(dims));
      long most = 4 + random.nextInt(200);
      long next = 0;
      for (Slices.Slice slice : Slices.of(value, most)) {
        assertEquals(next, slice.offset());
        assertEquals(next, 4 * flat(dims, slice.starts()), "the first element is the one that the indices name");
        long bytes = 4 * slice.shape().size();
        assertTrue(bytes > 0 && bytes <= most);
        next += bytes;
      }
      assertEquals(value.bytes(), next);
    }
  }

  private static long flat(long[] dims, long[] index) {
    long at = 0;
    for (int axis = 0; axis < dims.length; axis++) {
      at = at * dims[axis] + (axis < index.length ? index[axis] : 0);
    }
    return at;
  }

  @Test
  void takeAsMuchAsTheyMay() {
    SizedValue value = new SizedValue("v", ElementType.FLOAT32, Shape.of(1, 1000, 1 << 10, 1 << 10));
    List<Slices.Slice> slices = Slices.of(value, 1L << 30);
    assertEquals(List.of(Shape.of(1, 256, 1 << 10, 1 << 10), Shape.of(1, 256, 1 << 10, 1 << 10),
        Shape.of(1, 256, 1 << 10, 1 << 10), Shape.of(1, 232, 1 << 10, 1 << 10)),
        slices.stream().map(Slices.Slice::shape).toList());
  }
}
