/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import org.loupe.graph.Initializer;
import org.loupe.graph.ModelFormatException;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Spreads sparse constants out. */
final class SparseTensors {
  private SparseTensors() {
  }

  /** Writes {@code values} at {@code indices}, flat [n] or by axis [n, rank], into zeros. */
  static Tensor dense(Initializer constant, Tensor values, Tensor indices) throws ModelFormatException {
    Shape shape = constant.shape();
    double[] value = values.toDoubles();
    double[] index = indices.toDoubles();
    boolean flat = indices.shape().rank() != 2;
    double[] out = new double[Math.toIntExact(shape.size())];
    for (int i = 0; i < value.length; i++) {
      long at = flat ? (long) index[i] : flatten(constant, index, i * shape.rank());
      if (at < 0 || at >= out.length) {
        throw outside(constant);
      }
      out[(int) at] = value[i];
    }
    return ArrayTensor.convert(values.type(), shape, out);
  }

  private static long flatten(Initializer constant, double[] index, int from) throws ModelFormatException {
    long at = 0;
    for (int axis = 0; axis < constant.shape().rank(); axis++) {
      long extent = constant.shape().dim(axis);
      long i = (long) index[from + axis];
      if (i < 0 || i >= extent) {
        throw outside(constant);
      }
      at = at * extent + i;
    }
    return at;
  }

  private static ModelFormatException outside(Initializer constant) {
    return new ModelFormatException(ConstantReader.label(constant) + " is sparse and has an index outside its shape "
        + constant.shape());
  }
}
