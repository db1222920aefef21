/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.elementwise;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Value;
import org.loupe.math.tensor.ElementType;

/** Applies functions of two numbers to arrays that are broadcast to one shape. */
final class Broadcasting {
  /** A condition on an element of each array. */
  @FunctionalInterface
  interface Condition {
    boolean test(Value a, int i, Value b, int j);
  }

  private Broadcasting() {
  }

  static Value apply(Value a, Value b, DoubleBinaryOperator real, LongBinaryOperator whole) {
    if (a.type() != b.type()) {
      throw new IllegalArgumentException(a.type() + " and " + b.type() + " do not go together");
    }
    Value out = a.like(Dims.broadcast(a.dims(), b.dims()));
    int[] dims = out.dims();
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, dims);
      int i = Dims.broadcastFlat(at, a.dims());
      int j = Dims.broadcastFlat(at, b.dims());
      if (out.isReal()) {
        out.setReal(o, real.applyAsDouble(a.real(i), b.real(j)));
      } else {
        out.setWhole(o, whole.applyAsLong(a.whole(i), b.whole(j)));
      }
    }
    return out;
  }

  static Value test(Value a, Value b, Condition condition) {
    Value out = Value.zeros(ElementType.BOOL, Dims.broadcast(a.dims(), b.dims()));
    int[] dims = out.dims();
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, dims);
      boolean holds =
          condition.test(a, Dims.broadcastFlat(at, a.dims()), b, Dims.broadcastFlat(at, b.dims()));
      out.setWhole(o, holds ? 1 : 0);
    }
    return out;
  }

  static Value fold(List<Value> values, DoubleBinaryOperator real, LongBinaryOperator whole) {
    Value out = values.get(0);
    for (Value v : values.subList(1, values.size())) {
      out = apply(out, v, real, whole);
    }
    return out;
  }
}
