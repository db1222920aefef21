/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.nio.ByteBuffer;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** Compares tensors, block by block, so that one that lies in a file stays there. */
final class TensorBits {
  private static final int BLOCK = 1 << 16;

  private TensorBits() {
  }

  /** Whether type, shape and every bit are the same. */
  static boolean equal(Tensor a, Tensor b) {
    if (a.type() != b.type() || !a.shape().equals(b.shape())) {
      return false;
    }
    if (a instanceof TextTensor x && b instanceof TextTensor y) {
      return x.values().equals(y.values());
    }
    for (long from = 0; from < a.size(); from += BLOCK) {
      int count = (int) Math.min(BLOCK, a.size() - from);
      if (!bytes(a, from, count).equals(bytes(b, from, count))) {
        return false;
      }
    }
    return true;
  }

  private static ByteBuffer bytes(Tensor tensor, long from, int count) {
    int bytes = tensor.type().bytes();
    return switch (tensor) {
      case FileTensor slice -> new FileTensor(slice.type(), Shape.of(count), slice.file(),
          slice.offset() + from * bytes).load().data();
      case ArrayTensor array -> array.data().slice((int) (from * bytes), count * bytes);
      case TextTensor text -> throw new IllegalArgumentException("texts have no bits");
    };
  }

  /** The largest difference of two numbers; equal ones that are no numbers differ by nothing, others by infinity. */
  static double maxDifference(Tensor a, Tensor b) {
    double max = 0;
    for (long from = 0; from < a.size(); from += BLOCK) {
      int count = (int) Math.min(BLOCK, a.size() - from);
      double[] x = new double[count];
      double[] y = new double[count];
      a.copyTo(from, x);
      b.copyTo(from, y);
      for (int i = 0; i < count; i++) {
        double d = Double.compare(x[i], y[i]) == 0 ? 0 : Math.abs(x[i] - y[i]);
        max = Math.max(max, Double.isNaN(d) ? Double.POSITIVE_INFINITY : d);
      }
    }
    return max;
  }
}
