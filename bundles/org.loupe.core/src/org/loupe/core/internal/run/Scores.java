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
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Reads the score of a target from the value that holds it, for each item of a batch. */
final class Scores {
  private Scores() {
  }

  /** @throws LoupeException FAILED if the value has not the shape that the target was resolved for */
  static double[] read(ResolvedTarget target, Tensor value, int items) throws LoupeException {
    double[] out = new double[items];
    for (int item = 0; item < items; item++) {
      out[item] = switch (target.target()) {
        case Target.ClassIndex c -> cls(target, value, items, item, c.index());
        case Target.ClassDifference d ->
            cls(target, value, items, item, d.index()) - cls(target, value, items, item, d.other());
        case Target.Neuron n -> value.get(item * inner(target, value, items).size()
            + offset(inner(target, value, items), n.index()));
        case Target.Channel c -> mean(value, inner(target, value, items), item, c.channel());
        case Target.Layer l -> meanSquare(value, inner(target, value, items), item);
        case Target.Direction d -> along(value, inner(target, value, items), item, d.weights());
        case Target.None n -> throw new IllegalArgumentException("there is no target");
        case Target.TopClass t -> throw new IllegalArgumentException("the target is not resolved");
        case Target.ClassLabel l -> throw new IllegalArgumentException("the target is not resolved");
      };
    }
    return out;
  }

  private static double cls(ResolvedTarget target, Tensor value, int items, int item, int index)
      throws LoupeException {
    ClassAxis axis = ClassAxis.of(value, items).filter(a -> index < a.classes())
        .orElseThrow(() -> otherwise(target, value, items));
    return value.get(axis.index(item, index));
  }

  private static Shape inner(ResolvedTarget target, Tensor value, int items) throws LoupeException {
    if (value.shape().rank() == 0 || value.shape().dim(0) != items) {
      throw otherwise(target, value, items);
    }
    return value.shape().inner();
  }

  private static long offset(Shape shape, List<Integer> index) {
    long at = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      at = at * shape.dim(axis) + index.get(axis);
    }
    return at;
  }

  private static double mean(Tensor value, Shape inner, int item, int channel) {
    long size = inner.size() / inner.dim(0);
    long from = item * inner.size() + channel * size;
    double sum = 0;
    for (long i = 0; i < size; i++) {
      sum += value.get(from + i);
    }
    return sum / size;
  }

  private static double meanSquare(Tensor value, Shape inner, int item) {
    double sum = 0;
    for (long i = item * inner.size(); i < (item + 1L) * inner.size(); i++) {
      sum += value.get(i) * value.get(i);
    }
    return sum / inner.size();
  }

  private static double along(Tensor value, Shape inner, int item, List<Double> weights) {
    double sum = 0;
    for (int channel = 0; channel < weights.size(); channel++) {
      sum += weights.get(channel) * mean(value, inner, item, channel);
    }
    return sum;
  }

  private static LoupeException otherwise(ResolvedTarget target, Tensor value, int items) {
    return LoupeException.failed(target.value() + " has shape " + value.shape() + " for " + items
        + " items, from which " + target.text() + " cannot be read", null);
  }
}
