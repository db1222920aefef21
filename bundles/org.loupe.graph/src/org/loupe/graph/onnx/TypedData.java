/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import org.loupe.graph.DataType;

/** Which typed field of a {@code TensorProto} holds elements of a type, and how many entries it has. */
record TypedData(int field, int numerator, int denominator) {
  static TypedData of(DataType type) {
    return switch (type) {
      case FLOAT -> new TypedData(OnnxFields.Tensor.FLOAT_DATA, 1, 1);
      case COMPLEX64 -> new TypedData(OnnxFields.Tensor.FLOAT_DATA, 2, 1);
      case DOUBLE -> new TypedData(OnnxFields.Tensor.DOUBLE_DATA, 1, 1);
      case COMPLEX128 -> new TypedData(OnnxFields.Tensor.DOUBLE_DATA, 2, 1);
      case INT64 -> new TypedData(OnnxFields.Tensor.INT64_DATA, 1, 1);
      case UINT32, UINT64 -> new TypedData(OnnxFields.Tensor.UINT64_DATA, 1, 1);
      case STRING -> new TypedData(OnnxFields.Tensor.STRING_DATA, 1, 1);
      case INT4, UINT4, FLOAT4E2M1 -> new TypedData(OnnxFields.Tensor.INT32_DATA, 1, 2);
      case INT2, UINT2 -> new TypedData(OnnxFields.Tensor.INT32_DATA, 1, 4);
      default -> new TypedData(OnnxFields.Tensor.INT32_DATA, 1, 1);
    };
  }

  /** Number of entries for {@code elements} elements; those narrower than a byte share an entry. */
  long entries(long elements) {
    return Math.ceilDiv(elements * numerator, (long) denominator);
  }
}
