/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.input;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Fits a tensor that is meant to be model-ready to what the model declares, without changing what it says. */
public final class TensorFit {
  private TensorFit() {
  }

  /**
   * The tensor in the declared type and rank. A missing leading axis is added where the declared one is open or 1. The
   * type may change where no value does, or between floating-point types, which rounds.
   *
   * @throws LoupeException BAD_INPUT if it does not fit
   */
  public static Tensor fit(Tensor tensor, ValueSpec input) throws LoupeException {
    if (input.kind() != ValueKind.TENSOR) {
      throw LoupeException.badInput("input " + input.name() + " is a " + input.typeText() + ", not a tensor");
    }
    return typed(shaped(tensor, input), input);
  }

  private static Tensor shaped(Tensor tensor, ValueSpec input) throws LoupeException {
    if (input.dims().isEmpty()) {
      return tensor;
    }
    List<Dimension> dims = input.dims().get();
    Shape shape = tensor.shape();
    if (shape.rank() + 1 == dims.size() && (!dims.get(0).known() || dims.get(0).size() == 1)) {
      long[] wider = new long[dims.size()];
      wider[0] = 1;
      System.arraycopy(shape.dims(), 0, wider, 1, shape.rank());
      shape = Shape.of(wider);
    }
    boolean fits = shape.rank() == dims.size();
    for (int i = 0; fits && i < dims.size(); i++) {
      fits = !dims.get(i).known() || dims.get(i).size() == shape.dim(i);
    }
    if (!fits) {
      throw LoupeException.badInput("a tensor of shape " + tensor.shape() + " does not fit input " + input.name() + ", "
          + input.typeText());
    }
    return shape.equals(tensor.shape()) ? tensor : tensor.reshape(shape);
  }

  private static Tensor typed(Tensor tensor, ValueSpec input) throws LoupeException {
    ElementType wanted = input.type().orElse(tensor.type());
    if (wanted == tensor.type()) {
      return tensor;
    }
    LoupeException wrong = LoupeException.badInput("a tensor of " + tensor.type() + " does not fit input "
        + input.name() + ", " + input.typeText());
    if (wanted == ElementType.STRING || tensor.type() == ElementType.STRING) {
      throw wrong;
    }
    double[] values;
    ArrayTensor converted;
    try {
      values = tensor.toDoubles();
      converted = ArrayTensor.convert(wanted, tensor.shape(), values);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw LoupeException.badInput("a tensor of shape " + tensor.shape() + " is too large for input " + input.name());
    }
    boolean rounding = tensor.type().isFloating() && wanted.isFloating();
    for (int i = 0; !rounding && i < values.length; i++) {
      if (converted.get(i) != values[i]) {
        throw wrong;
      }
    }
    return converted;
  }
}
