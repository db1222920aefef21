/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.Target;
import org.loupe.core.internal.score.ClassAxis;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** The derivative of a target's score by the value that it is read from: the transpose of {@link Scores}. */
public final class Cotangents {
  private Cotangents() {
  }

  /** Whether the derivative is the same whatever the value is. */
  public static boolean constant(Target target) {
    return !(target instanceof Target.Layer);
  }

  /**
   * The cotangent of a target whose derivative depends on the value.
   *
   * @param all the value for the items of a batch
   */
  public static Tensor at(ResolvedTarget target, Tensor all, int items) {
    if (constant(target.target())) {
      throw new IllegalArgumentException("the derivative of " + target.text() + " does not depend on the value");
    }
    double[] out = all.toDoubles();
    double scale = 2.0 * items / out.length;
    for (int i = 0; i < out.length; i++) {
      out[i] *= scale;
    }
    return ArrayTensor.convert(all.type(), all.shape(), out);
  }

  /**
   * The cotangent for a batch: each item's score by its own part of the value.
   *
   * @param one the value for one item
   * @throws LoupeException NOT_APPLICABLE if the value of several items cannot be told by item
   */
  public static Tensor of(ResolvedTarget target, Tensor one, int items) throws LoupeException {
    Shape shape = one.shape();
    if (items > 1) {
      if (shape.rank() < 2 || shape.dim(0) != 1) {
        throw LoupeException.notApplicable(target.value() + " of shape " + shape
            + " has no batch axis in front, so items cannot be differentiated together");
      }
      shape = shape.with(0, items);
    }
    double[] out = new double[Math.toIntExact(shape.size())];
    int each = out.length / items;
    for (int item = 0; item < items; item++) {
      int from = item * each;
      switch (target.target()) {
        case Target.ClassIndex c -> out[from + cls(one, c.index())] = 1;
        case Target.ClassDifference d -> {
          // The same class twice is a difference of 0, and so is its derivative.
          out[from + cls(one, d.index())] += 1;
          out[from + cls(one, d.other())] -= 1;
        }
        case Target.Neuron n -> out[from + offset(one.shape(), n.index())] = 1;
        case Target.Channel c -> {
          int channel = each / one.shape().intDim(1);
          for (int i = 0; i < channel; i++) {
            out[from + c.channel() * channel + i] = 1.0 / channel;
          }
        }
        case Target.Direction d -> {
          int channel = each / one.shape().intDim(1);
          for (int i = 0; i < each; i++) {
            out[from + i] = d.weights().get(i / channel) / channel;
          }
        }
        case Target.Layer l -> throw new IllegalArgumentException("the derivative depends on the value");
        case Target.None n -> throw new IllegalArgumentException("there is no target");
        case Target.TopClass t -> throw new IllegalArgumentException("the target is not resolved");
        case Target.ClassLabel l -> throw new IllegalArgumentException("the target is not resolved");
      }
    }
    return ArrayTensor.convert(one.type(), shape, out);
  }

  private static int cls(Tensor one, int index) {
    return Math.toIntExact(ClassAxis.of(one, 1).orElseThrow().index(0, index));
  }

  private static int offset(Shape one, List<Integer> index) {
    int at = 0;
    for (int axis = 1; axis < one.rank(); axis++) {
      at = at * one.intDim(axis) + index.get(axis - 1);
    }
    return at;
  }
}
