/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.math.tensor.Tensor;

/** Where gradients start: scores that are read from one value, and their derivatives by it. */
interface GradientSource {
  /** Name of the output or layer. */
  String value();

  /** The derivative of each item's score by its own part of the value. @param variants numbers of the items */
  Tensor cotangent(Map<String, Tensor> fed, int[] variants) throws LoupeException;

  /** The scores of items. @param cotangent what {@link #cotangent} gave for them */
  double[] scores(Tensor value, Tensor cotangent, int items) throws LoupeException;

  /** The run's own target. */
  record OfTarget(Engine engine, SubjectPass subject, ResolvedTarget target) implements GradientSource {
    @Override
    public String value() {
      return target.value();
    }

    @Override
    public Tensor cotangent(Map<String, Tensor> fed, int[] variants) throws LoupeException {
      if (Cotangents.constant(target.target())) {
        return Cotangents.of(target, subject.value(value()), variants.length);
      }
      Tensor now = engine.forward(new ForwardRequest(fed, List.of(value()))).value(value());
      return Cotangents.at(target, now, variants.length);
    }

    @Override
    public double[] scores(Tensor value, Tensor cotangent, int items) throws LoupeException {
      return Scores.read(target, value, items);
    }
  }

  /** Sums of the value's elements times weights of a method's own. */
  record Weighted(String value, IntFunction<Tensor> weights) implements GradientSource {
    private static final int CHUNK = 4096;

    @Override
    public Tensor cotangent(Map<String, Tensor> fed, int[] variants) throws LoupeException {
      return Stacking.join(Arrays.stream(variants).mapToObj(weights).toList());
    }

    @Override
    public double[] scores(Tensor value, Tensor cotangent, int items) throws LoupeException {
      if (!value.shape().equals(cotangent.shape())) {
        throw LoupeException.failed(this.value + " has shape " + value.shape() + ", but weights have shape "
            + cotangent.shape(), null);
      }
      double[] out = new double[items];
      long each = value.size() / items;
      for (int item = 0; item < items; item++) {
        for (long from = item * each; from < (item + 1) * each; from += CHUNK) {
          int count = (int) Math.min(CHUNK, (item + 1) * each - from);
          out[item] = sum(out[item], value, cotangent, from, count);
        }
      }
      return out;
    }

    private static double sum(double before, Tensor value, Tensor cotangent, long from, int count) {
      double[] weights = new double[count];
      double[] values = new double[count];
      cotangent.copyTo(from, weights);
      value.copyTo(from, values);
      double out = before;
      for (int i = 0; i < count; i++) {
        // An element that does not count may be infinite.
        if (weights[i] != 0) {
          out += weights[i] * values[i];
        }
      }
      return out;
    }
  }
}
