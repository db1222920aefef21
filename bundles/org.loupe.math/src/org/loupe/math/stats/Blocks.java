/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.stats;

import java.util.function.DoubleConsumer;
import org.loupe.math.tensor.Tensor;

/** Visits the elements of a tensor in order, with memory for one block. */
final class Blocks {
  private static final int BLOCK = 1 << 14;

  private Blocks() {
  }

  static void forEach(Tensor tensor, DoubleConsumer sink) {
    long size = tensor.size();
    double[] block = new double[(int) Math.min(BLOCK, size)];
    for (long from = 0; from < size; from += BLOCK) {
      if (size - from < block.length) {
        block = new double[(int) (size - from)];
      }
      tensor.copyTo(from, block);
      for (double v : block) {
        sink.accept(v);
      }
    }
  }
}
