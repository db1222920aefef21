/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.util.Optional;
import org.loupe.math.tensor.ElementType;

/**
 * Element types of ONNX tensors, with the codes of the ONNX specification ({@code TensorProto.DataType}).
 * Types without an {@link #elementType()} are carried along but cannot be read as numbers.
 */
public enum DataType {
  UNDEFINED(0, 0, null),
  FLOAT(1, 32, ElementType.FLOAT32), UINT8(2, 8, ElementType.UINT8), INT8(3, 8, ElementType.INT8),
  UINT16(4, 16, ElementType.UINT16), INT16(5, 16, ElementType.INT16), INT32(6, 32, ElementType.INT32),
  INT64(7, 64, ElementType.INT64), STRING(8, 0, ElementType.STRING), BOOL(9, 8, ElementType.BOOL),
  FLOAT16(10, 16, ElementType.FLOAT16), DOUBLE(11, 64, ElementType.FLOAT64), UINT32(12, 32, ElementType.UINT32),
  UINT64(13, 64, ElementType.UINT64), COMPLEX64(14, 64, null), COMPLEX128(15, 128, null),
  BFLOAT16(16, 16, ElementType.BFLOAT16), FLOAT8E4M3FN(17, 8, null), FLOAT8E4M3FNUZ(18, 8, null),
  FLOAT8E5M2(19, 8, null), FLOAT8E5M2FNUZ(20, 8, null), UINT4(21, 4, null), INT4(22, 4, null),
  FLOAT4E2M1(23, 4, null), FLOAT8E8M0(24, 8, null), UINT2(25, 2, null), INT2(26, 2, null),
  FLOAT6E2M3(27, 6, null), FLOAT6E3M2(28, 6, null);

  private static final DataType[] BY_CODE = values();

  private final int code;
  private final int bits;
  private final ElementType elementType;

  DataType(int code, int bits, ElementType elementType) {
    this.code = code;
    this.bits = bits;
    this.elementType = elementType;
  }

  /** The type with a code of the specification, empty if there is none. */
  public static Optional<DataType> ofCode(long code) {
    return code >= 0 && code < BY_CODE.length ? Optional.of(BY_CODE[(int) code]) : Optional.empty();
  }

  /** The ONNX type of a tensor's elements. */
  public static DataType of(ElementType type) {
    for (DataType t : BY_CODE) {
      if (t.elementType == type) {
        return t;
      }
    }
    throw new IllegalArgumentException("no ONNX type for " + type);
  }

  public int code() {
    return code;
  }

  /** Size of one element in bits; 0 for text and the undefined type. */
  public int bits() {
    return bits;
  }

  /** The type to read elements as, empty for those that have no counterpart in Java. */
  public Optional<ElementType> elementType() {
    return Optional.ofNullable(elementType);
  }

  /** Whether elements are floating-point numbers, of whatever width. */
  public boolean isFloating() {
    return name().contains("FLOAT") || this == DOUBLE;
  }

  /**
   * Bytes that {@code elements} elements take in raw form; elements smaller than a byte are packed.
   *
   * @throws ArithmeticException if that overflows
   */
  public long byteLength(long elements) {
    return Math.ceilDiv(Math.multiplyExact(elements, bits), 8L);
  }
}
