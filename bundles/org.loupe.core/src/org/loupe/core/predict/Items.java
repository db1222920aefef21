/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.predict;

import java.nio.ByteBuffer;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** Takes one item out of a batch. */
final class Items {
  private Items() {
  }

  /** The tensor with a first extent of 1. */
  static Tensor of(Tensor batch, int item) {
    Shape shape = batch.shape().with(0, 1);
    int size = Math.toIntExact(shape.size());
    if (batch instanceof TextTensor text) {
      return new TextTensor(shape, text.values().subList(item * size, (item + 1) * size));
    }
    ArrayTensor array = batch instanceof FileTensor slice ? slice.load() : (ArrayTensor) batch;
    int bytes = Math.multiplyExact(size, array.type().bytes());
    ByteBuffer data = array.data();
    ByteBuffer part = ArrayTensor.allocate(array.type(), shape);
    part.put(data.slice(data.position() + Math.multiplyExact(item, bytes), bytes));
    return ArrayTensor.wrap(array.type(), shape, part.flip());
  }
}
