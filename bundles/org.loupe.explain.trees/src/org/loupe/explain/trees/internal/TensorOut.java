/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.loupe.api.LoupeException;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.TemporaryTensorFile;
import org.loupe.math.tensor.Tensor;

/** A tensor of doubles that is written from its beginning on: in memory, or in a temporary file if it is large. */
final class TensorOut {
  /** Bytes up to which a tensor is kept in memory. */
  static final long IN_MEMORY = 64L << 20;

  private final Shape shape;
  private final double[] numbers;
  private final TemporaryTensorFile file;
  private long written;

  /** @throws LoupeException FAILED if there is no room for the file */
  TensorOut(Shape shape, Runnable pulse) throws LoupeException {
    this(shape, IN_MEMORY, pulse);
  }

  /** @param inMemory bytes up to which it is kept in memory */
  TensorOut(Shape shape, long inMemory, Runnable pulse) throws LoupeException {
    this.shape = shape;
    long bytes = Math.multiplyExact(shape.size(), 8L);
    if (bytes <= inMemory) {
      numbers = new double[(int) shape.size()];
      file = null;
      return;
    }
    numbers = null;
    try {
      file = TemporaryTensorFile.create(bytes, pulse);
    } catch (IOException e) {
      throw LoupeException.failed("no room for attributions of shape " + shape + ": " + e.getMessage(), e);
    }
  }

  /** Appends numbers. @throws LoupeException FAILED if the file cannot be written */
  void write(double[] values) throws LoupeException {
    if (numbers != null) {
      System.arraycopy(values, 0, numbers, (int) written, values.length);
    } else {
      try {
        ByteBuffer part = file.map(8 * written, 8L * values.length).order(ByteOrder.LITTLE_ENDIAN);
        part.asDoubleBuffer().put(values);
      } catch (IOException e) {
        throw LoupeException.failed("attributions cannot be written: " + e.getMessage(), e);
      }
    }
    written += values.length;
  }

  Tensor tensor() {
    return numbers != null ? ArrayTensor.of(shape, numbers) : file.tensor(ElementType.FLOAT64, shape);
  }
}
