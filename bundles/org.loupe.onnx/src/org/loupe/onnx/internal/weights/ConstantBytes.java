/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.weights;

import org.loupe.graph.Initializer;
import org.loupe.graph.TensorStorage;

/** How many bytes of its file a constant takes. */
final class ConstantBytes {
  private ConstantBytes() {
  }

  static long of(Initializer constant) {
    return switch (constant.storage()) {
      case TensorStorage.FileSlice s -> s.length();
      case TensorStorage.Encoded e -> e.length();
      case TensorStorage.InMemory m -> constant.type().byteLength(constant.size());
      case TensorStorage.Sparse s -> of(s.values()) + of(s.indices());
    };
  }
}
