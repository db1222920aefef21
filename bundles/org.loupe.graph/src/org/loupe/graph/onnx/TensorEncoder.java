/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.loupe.graph.Initializer;
import org.loupe.graph.TensorStorage;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** Encodes constant tensors; what is in a file stays there until the message is written. */
final class TensorEncoder {
  private TensorEncoder() {
  }

  static WireOutput encode(Initializer constant) {
    WireOutput out = new WireOutput();
    if (constant.storage() instanceof TensorStorage.Encoded e) {
      // As it was, but perhaps under another name: the last one counts.
      out.fields(e.file(), e.offset(), e.length());
      out.string(OnnxFields.Tensor.NAME, constant.name());
      return out;
    }
    out.integers(OnnxFields.Tensor.DIMS, constant.shape().dims(), false);
    out.integer(OnnxFields.Tensor.DATA_TYPE, constant.type().code());
    out.text(OnnxFields.Tensor.NAME, constant.name());
    switch (constant.storage()) {
      case TensorStorage.FileSlice s -> out.filePart(OnnxFields.Tensor.RAW_DATA, s.file(), s.offset(), s.length());
      case TensorStorage.InMemory m -> elements(out, m.tensor());
      default -> throw new IllegalArgumentException("sparse values within sparse values in '" + constant.name() + "'");
    }
    return out;
  }

  /** Encodes a sparse constant; its values carry the name. */
  static WireOutput encodeSparse(Initializer constant, TensorStorage.Sparse sparse) {
    WireOutput out = new WireOutput();
    Initializer values = sparse.values();
    out.message(OnnxFields.SparseTensor.VALUES,
        encode(new Initializer(constant.name(), values.type(), values.shape(), values.storage())));
    out.message(OnnxFields.SparseTensor.INDICES, encode(sparse.indices()));
    out.integers(OnnxFields.SparseTensor.DIMS, constant.shape().dims(), false);
    return out;
  }

  private static void elements(WireOutput out, Tensor tensor) {
    switch (tensor) {
      case ArrayTensor a -> out.memory(OnnxFields.Tensor.RAW_DATA, little(a));
      case FileTensor f -> out.filePart(OnnxFields.Tensor.RAW_DATA, f.file(), f.offset(), f.byteSize());
      case TextTensor t -> t.values().forEach(v -> out.string(OnnxFields.Tensor.STRING_DATA, v));
    }
  }

  private static ByteBuffer little(ArrayTensor tensor) {
    ByteBuffer data = tensor.data();
    int width = tensor.type().bytes();
    if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN || width == 1) {
      return data;
    }
    ByteBuffer swapped = ByteBuffer.allocateDirect(data.remaining());
    for (int i = 0; i < data.limit(); i += width) {
      for (int b = width - 1; b >= 0; b--) {
        swapped.put(data.get(i + b));
      }
    }
    return swapped.flip();
  }
}
