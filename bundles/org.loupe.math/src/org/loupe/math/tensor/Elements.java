/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.tensor;

import java.nio.ByteBuffer;

/** Reads and writes single elements of a buffer in the buffer's byte order. */
final class Elements {
  private static final double TWO_POW_64 = 0x1p64;

  private Elements() {
  }

  static double get(ByteBuffer b, ElementType type, int i) {
    return switch (type) {
      case FLOAT32 -> b.getFloat(i * 4);
      case FLOAT64 -> b.getDouble(i * 8);
      case FLOAT16 -> Float.float16ToFloat(b.getShort(i * 2));
      case BFLOAT16 -> HalfFloats.fromBfloat16(b.getShort(i * 2));
      case INT8 -> b.get(i);
      case UINT8 -> b.get(i) & 0xff;
      case INT16 -> b.getShort(i * 2);
      case UINT16 -> b.getShort(i * 2) & 0xffff;
      case INT32 -> b.getInt(i * 4);
      case UINT32 -> b.getInt(i * 4) & 0xffffffffL;
      case INT64 -> b.getLong(i * 8);
      case UINT64 -> unsigned(b.getLong(i * 8));
      case BOOL -> b.get(i) != 0 ? 1 : 0;
      case STRING -> throw new UnsupportedOperationException("text has no numeric value");
    };
  }

  static void put(ByteBuffer b, ElementType type, int i, double v) {
    switch (type) {
      case FLOAT32 -> b.putFloat(i * 4, (float) v);
      case FLOAT64 -> b.putDouble(i * 8, v);
      case FLOAT16 -> b.putShort(i * 2, Float.floatToFloat16((float) v));
      case BFLOAT16 -> b.putShort(i * 2, HalfFloats.toBfloat16((float) v));
      case INT8, UINT8 -> b.put(i, (byte) (long) v);
      case INT16, UINT16 -> b.putShort(i * 2, (short) (long) v);
      case INT32, UINT32 -> b.putInt(i * 4, (int) (long) v);
      case INT64 -> b.putLong(i * 8, (long) v);
      case UINT64 -> b.putLong(i * 8, v >= 0x1p63 ? (long) (v - 0x1p63) ^ Long.MIN_VALUE : (long) v);
      case BOOL -> b.put(i, (byte) (v != 0 ? 1 : 0));
      case STRING -> throw new UnsupportedOperationException("text has no numeric value");
    }
  }

  private static double unsigned(long v) {
    return v >= 0 ? v : (v + TWO_POW_64);
  }
}
