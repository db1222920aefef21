/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.graph.DataType;
import org.loupe.graph.Initializer;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.TensorStorage;

/** Elements in typed fields: packed or one by one, and in the carrier types that the specification prescribes. */
class TypedDataTest {
  private static final int FLOAT_DATA = 4;
  private static final int INT32_DATA = 5;
  private static final int INT64_DATA = 7;
  private static final int DOUBLE_DATA = 10;
  private static final int UINT64_DATA = 11;

  @TempDir
  Path folder;

  private Initializer read(DataType type, long dim, Wire data) throws IOException {
    Wire tensor = new Wire().number(1, dim).number(2, type.code()).text(8, "w").raw(toInts(data.toBytes()));
    Path file = Files.write(folder.resolve("m.onnx"), Wire.withTensor(tensor).toBytes());
    return OnnxReader.read(file).graph().initializers().get(0);
  }

  private double[] values(DataType type, long dim, Wire data) throws IOException {
    return ConstantReader.tensor(read(type, dim, data)).toDoubles();
  }

  private static int[] toInts(byte[] bytes) {
    int[] out = new int[bytes.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = bytes[i] & 0xff;
    }
    return out;
  }

  private static Wire packed(int field, long... values) {
    Wire list = new Wire();
    for (long v : values) {
      list.varint(v);
    }
    return new Wire().bytes(field, list.toBytes());
  }

  @Test
  void packedFloatsAreReadWhereTheyAre() throws IOException {
    Wire data = new Wire().bytes(FLOAT_DATA, new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0});
    assertInstanceOf(TensorStorage.FileSlice.class, read(DataType.FLOAT, 2, data).storage());
    assertArrayEquals(new double[] {1, -2}, values(DataType.FLOAT, 2, data));
  }

  @Test
  void singleAndSplitNumbersAreDecoded() throws IOException {
    Wire single = new Wire().raw(FLOAT_DATA * 8 + 5, 0, 0, 0x80, 0x3f, FLOAT_DATA * 8 + 5, 0, 0, 0, 0xc0);
    assertArrayEquals(new double[] {1, -2}, values(DataType.FLOAT, 2, single));
    Wire split = new Wire().bytes(DOUBLE_DATA, new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x3f})
        .bytes(DOUBLE_DATA, new byte[] {0, 0, 0, 0, 0, 0, 0, 0x40});
    assertArrayEquals(new double[] {1, 2}, values(DataType.DOUBLE, 2, split));
    Wire mixed = packed(INT64_DATA, 3).number(INT64_DATA, -4);
    assertArrayEquals(new double[] {3, -4}, values(DataType.INT64, 2, mixed));
  }

  @Test
  void narrowTypesTravelInWiderOnes() throws IOException {
    assertArrayEquals(new double[] {-1, 7}, values(DataType.INT8, 2, packed(INT32_DATA, -1, 7)));
    assertArrayEquals(new double[] {255, 7}, values(DataType.UINT8, 2, packed(INT32_DATA, 255, 7)));
    assertArrayEquals(new double[] {-2, 65}, values(DataType.INT16, 2, packed(INT32_DATA, -2, 65)));
    assertArrayEquals(new double[] {-5}, values(DataType.INT32, 1, packed(INT32_DATA, -5)));
    assertArrayEquals(new double[] {1, 0}, values(DataType.BOOL, 2, packed(INT32_DATA, 1, 0)));
    // The bit patterns of one and of minus two as half precision, and as bfloat16.
    assertArrayEquals(new double[] {1, -2}, values(DataType.FLOAT16, 2, packed(INT32_DATA, 0x3c00, 0xc000)));
    assertArrayEquals(new double[] {1, -2}, values(DataType.BFLOAT16, 2, packed(INT32_DATA, 0x3f80, 0xc000)));
    assertArrayEquals(new double[] {4294967295.0}, values(DataType.UINT32, 1, packed(UINT64_DATA, 4294967295L)));
    assertArrayEquals(new double[] {0x1p63}, values(DataType.UINT64, 1, packed(UINT64_DATA, Long.MIN_VALUE)));
  }

  @Test
  void typesWithoutCounterpartAreCarriedButNotRead() throws IOException {
    Initializer int4 = read(DataType.INT4, 3, packed(INT32_DATA, 0x21, 0x3));
    assertEquals(3, int4.size());
    assertThrows(ModelFormatException.class, () -> ConstantReader.tensor(int4));
    Initializer float8 = read(DataType.FLOAT8E4M3FN, 3, new Wire().bytes(9, new byte[3]));
    assertThrows(ModelFormatException.class, () -> ConstantReader.tensor(float8));
    assertEquals(2, read(DataType.FLOAT4E2M1, 3, new Wire().bytes(9, new byte[2])).type().byteLength(3));
    assertEquals(3, read(DataType.FLOAT6E2M3, 4, new Wire().bytes(9, new byte[3])).type().byteLength(4));
    assertEquals(2, read(DataType.COMPLEX64, 2, new Wire().bytes(FLOAT_DATA, new byte[16])).size());
  }

  @Test
  void aFileThatChangedIsNoticed() throws IOException {
    Initializer w = read(DataType.INT64, 2, packed(INT64_DATA, 3, 4));
    Files.write(folder.resolve("m.onnx"), new byte[4]);
    String message = assertThrows(ModelFormatException.class, () -> ConstantReader.tensor(w)).getMessage();
    assertTrue(message.contains("load it again"), message);
  }
}
