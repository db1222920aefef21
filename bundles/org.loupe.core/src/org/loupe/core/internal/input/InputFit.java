/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.input;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Whether a tensor fits the declared type of an input, whoever made it. */
final class InputFit {
  private InputFit() {
  }

  /** @throws LoupeException BAD_INPUT with both types if it does not */
  static void check(Tensor tensor, ValueSpec input) throws LoupeException {
    if (input.kind() != ValueKind.TENSOR) {
      throw LoupeException.notApplicable("input " + input.name() + " takes a " + input.typeText()
          + ", which cannot be fed");
    }
    boolean type = input.type().isEmpty() || input.type().get() == tensor.type();
    if (!type || input.dims().isPresent() && !fits(tensor.shape(), input.dims().get())) {
      throw LoupeException.badInput("input " + input.name() + " takes " + input.typeText() + ", not " + tensor.type()
          + " " + tensor.shape());
    }
  }

  private static boolean fits(Shape shape, List<Dimension> dims) {
    if (shape.rank() != dims.size()) {
      return false;
    }
    for (int axis = 0; axis < dims.size(); axis++) {
      if (dims.get(axis).known() && dims.get(axis).size() != shape.dim(axis)) {
        return false;
      }
    }
    return true;
  }
}
