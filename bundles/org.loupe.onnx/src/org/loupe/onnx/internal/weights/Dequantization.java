/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.weights;

import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.graph.Node;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;

/** The operator DequantizeLinear: {@code (x - zero point) * scale}, for all numbers alike or along one axis. */
final class Dequantization {
  private Dequantization() {
  }

  /** @throws LoupeException NOT_APPLICABLE if scales hold for blocks along an axis */
  static Tensor of(Node node, Tensor x, Tensor scale, Optional<Tensor> zeroPoint) throws LoupeException {
    int rank = x.shape().rank();
    long axis = node.intValue("axis", 1);
    int at = (int) (axis < 0 ? axis + rank : axis);
    boolean one = scale.size() == 1;
    if (!one && (scale.shape().rank() != 1 || at < 0 || at >= rank || scale.size() != x.shape().dim(at))
        || zeroPoint.isPresent() && zeroPoint.get().size() != scale.size()) {
      throw LoupeException.notApplicable(
          node.label() + " has scales of shape " + scale.shape() + " for " + x.shape() + ", which is not read");
    }
    long inner = 1;
    for (int i = at + 1; !one && i < rank; i++) {
      inner *= x.shape().dim(i);
    }
    double[] values = x.toDoubles();
    for (int i = 0; i < values.length; i++) {
      long channel = one ? 0 : i / inner % scale.size();
      double zero = zeroPoint.isPresent() ? zeroPoint.get().get(channel) : 0;
      values[i] = (values[i] - zero) * scale.get(channel);
    }
    return ArrayTensor.convert(ElementType.FLOAT64, x.shape(), values);
  }
}
