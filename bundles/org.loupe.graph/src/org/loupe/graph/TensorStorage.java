/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.nio.file.Path;
import org.loupe.math.tensor.Tensor;

/** Where the elements of a constant tensor are. Nothing here holds weights of a model file in memory. */
public sealed interface TensorStorage {
  /** Raw little-endian elements at {@code offset} of a file: the model itself or an external data file beside it. */
  record FileSlice(Path file, long offset, long length) implements TensorStorage {
  }

  /** Elements in the typed fields of an encoded {@code TensorProto} at {@code offset} of the model file. */
  record Encoded(Path file, long offset, long length) implements TensorStorage {
  }

  /** Elements in memory, of a tensor that was made rather than read. */
  record InMemory(Tensor tensor) implements TensorStorage {
  }

  /**
   * The non-zero elements: {@code values} [n], and {@code indices} either [n] flat or [n, rank] by axis.
   */
  record Sparse(Initializer values, Initializer indices) implements TensorStorage {
  }
}
