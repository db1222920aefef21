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

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TensorTest {

  @ParameterizedTest
  @CsvSource({"INT8,-128,127", "UINT8,0,255", "INT16,-32768,32767", "UINT16,0,65535",
      "INT32,-2147483648,2147483647", "UINT32,0,4294967295", "INT64,-9223372036854775808,9007199254740993",
      "UINT64,0,13835058055282163712", "FLOAT16,-65504,0.0999755859375", "BFLOAT16,-1.5,3.3895313892515355e38",
      "FLOAT32,-1.401298464324817e-45,3.4028234663852886e38", "FLOAT64,4.9e-324,1.7976931348623157e308"})
  void everyTypeHoldsItsExtremes(ElementType type, double low, double high) {
    ArrayTensor t = ArrayTensor.convert(type, Shape.of(2), low, high);
    assertArrayEquals(new double[] {low, high}, t.toDoubles());
    assertEquals(2 * type.bytes(), t.data().remaining());
  }

  @Test
  void bfloat16RoundsToNearestEven() {
    // between 1 and 1 + 2^-7: half way goes to the even neighbour, more goes up; half way above it goes up to even
    double step = 0x1p-7;
    double[] in = {1 + step / 2, 1 + step * 0.51, 1 + step * 1.5, Double.NaN, Double.NEGATIVE_INFINITY};
    double[] out = {1, 1 + step, 1 + 2 * step, Double.NaN, Double.NEGATIVE_INFINITY};
    assertArrayEquals(out, ArrayTensor.convert(ElementType.BFLOAT16, Shape.of(5), in).toDoubles());
  }

  @Test
  void integersTruncateAndBooleansAreZeroOrOne() {
    assertArrayEquals(new double[] {2, -2},
        ArrayTensor.convert(ElementType.INT32, Shape.of(2), 2.9, -2.9).toDoubles());
    assertArrayEquals(new double[] {0, 1, 1},
        ArrayTensor.convert(ElementType.BOOL, Shape.of(3), 0, 0.5, -7).toDoubles());
  }

  @Test
  void itemsShareMemoryAndDropTheOutermostAxis() {
    ArrayTensor t = ArrayTensor.of(Shape.of(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);
    assertArrayEquals(new float[] {4, 5, 6}, t.item(1).toFloats());
    assertEquals(Shape.of(3), t.item(1).shape());
    assertEquals(6, t.reshape(Shape.of(3, 2)).item(2).get(1));
    t.nativeData().putFloat(12, 40);
    assertEquals(40, t.item(1).get(0));
    assertThrows(IndexOutOfBoundsException.class, () -> t.item(2));
    assertThrows(IndexOutOfBoundsException.class, () -> t.get(6));
    assertThrows(IllegalArgumentException.class, () -> t.reshape(Shape.of(7)));
  }

  @Test
  void rangesAreCopiedWithinBounds() {
    ArrayTensor t = ArrayTensor.of(Shape.of(4), 1L, 2, 3, 4);
    double[] two = new double[2];
    t.copyTo(2, two);
    assertArrayEquals(new double[] {3, 4}, two);
    assertThrows(IndexOutOfBoundsException.class, () -> t.copyTo(3, two));
    assertThrows(IndexOutOfBoundsException.class, () -> t.copyTo(-1, two));
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeMemoryIsTaken() {
    assertThrows(IllegalArgumentException.class,
        () -> ArrayTensor.allocate(ElementType.FLOAT64, Shape.of(1 << 28)));
    assertThrows(IllegalArgumentException.class,
        () -> ArrayTensor.wrap(ElementType.INT16, Shape.of(3), ByteBuffer.allocate(5)));
    assertThrows(IllegalArgumentException.class, () -> ArrayTensor.allocate(ElementType.STRING, Shape.of(1)));
  }

  @Test
  void shapesCheckTheirSize() {
    assertThrows(IllegalArgumentException.class, () -> Shape.of(2, -1));
    assertThrows(IllegalArgumentException.class, () -> Shape.of(1L << 32, 1L << 32));
    assertThrows(IllegalArgumentException.class, () -> Shape.of(0, 1L << 32, 1L << 32));
    assertThrows(IllegalArgumentException.class, () -> Shape.of(1L << 32, 1L << 32, 0));
    assertEquals(0, Shape.of(5, 0, 7).size());
    assertEquals(1, Shape.of().size());
    assertEquals(Shape.of(2, 9, 4), Shape.of(2, 3, 4).with(-2, 9));
    assertEquals(4, Shape.of(2, 3, 4).dim(-1));
    assertThrows(IllegalStateException.class, () -> Shape.of().inner());
  }

  @Test
  void textHasItemsButNoNumbers() {
    TextTensor t = new TextTensor(Shape.of(2, 2), List.of("a", "b", "c", "d"));
    assertEquals(List.of("c", "d"), t.item(1).values());
    assertThrows(UnsupportedOperationException.class, () -> t.get(0));
    assertThrows(IndexOutOfBoundsException.class, () -> t.item(1L << 40));
    assertThrows(IllegalArgumentException.class, () -> new TextTensor(Shape.of(3), List.of("a")));
  }

  @ParameterizedTest
  @EnumSource(value = ElementType.class, names = {"STRING", "BOOL"}, mode = EnumSource.Mode.EXCLUDE)
  void floatsAndDoublesAgree(ElementType type) {
    ArrayTensor t = ArrayTensor.convert(type, Shape.of(3), 1, 2, 100);
    assertArrayEquals(new float[] {1, 2, 100}, t.toFloats());
    assertArrayEquals(new double[] {1, 2, 100}, t.toDoubles());
  }
}
