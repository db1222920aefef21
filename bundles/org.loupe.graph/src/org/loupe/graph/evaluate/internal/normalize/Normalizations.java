/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.normalize;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;
import org.loupe.math.tensor.ElementType;

/** Normalization by mean and variance, given or computed, and by neighbouring channels. */
public final class Normalizations {
  private static final double EPSILON = 1e-5f;
  private static final long PER_CHANNEL_SINCE = 21;

  private Normalizations() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("BatchNormalization", Operator.single(Normalizations::batch));
    table.put("InstanceNormalization", Operator.single(Normalizations::instance));
    table.put("GroupNormalization", Operator.single(Normalizations::group));
    table.put("LayerNormalization", Normalizations::layer);
    table.put("RMSNormalization", Operator.single(Normalizations::rootMeanSquare));
    table.put("LpNormalization", Operator.single(Normalizations::lp));
    table.put("LRN", Operator.single(Normalizations::localResponse));
  }

  private static double epsilon(Call call) {
    return call.number("epsilon", EPSILON);
  }

  private static Value batch(Call call) {
    if (call.flag("training_mode", false)) {
      throw new IllegalArgumentException("the training mode is not supported");
    }
    Value x = call.input(0);
    int area = x.rank() < 2 ? 1 : Dims.size(x.dims(), 2, x.rank());
    int channels = x.rank() < 2 ? 1 : x.dim(1);
    return Value.reals(x.dims(), i -> {
      int c = i / area % channels;
      double deviation = Math.sqrt(call.input(4).real(c) + epsilon(call));
      return call.input(1).real(c) * (x.real(i) - call.input(3).real(c)) / deviation + call.input(2).real(c);
    });
  }

  private static Value instance(Call call) {
    Value x = call.input(0);
    int area = Dims.size(x.dims(), 2, x.rank());
    Value normal = standardized(x, area, epsilon(call));
    return Value.reals(x.dims(), i -> {
      int c = i / area % x.dim(1);
      return call.input(1).real(c) * normal.real(i) + call.input(2).real(c);
    });
  }

  /** Scale and bias are for each group before operator set 21 and for each channel since. */
  private static Value group(Call call) {
    Value x = call.input(0);
    int groups = Math.toIntExact(call.node().intValue("num_groups", 0));
    if (groups < 1 || x.dim(1) % groups != 0) {
      throw new IllegalArgumentException(x.dim(1) + " channels do not make " + groups + " groups");
    }
    int area = Dims.size(x.dims(), 2, x.rank());
    int inGroup = x.dim(1) / groups;
    Value normal = standardized(x, inGroup * area, epsilon(call));
    return Value.reals(x.dims(), i -> {
      int channel = i / area % x.dim(1);
      int c = call.opset() >= PER_CHANNEL_SINCE ? channel : channel / inGroup;
      return call.input(1).real(c) * normal.real(i) + call.input(2).real(c);
    });
  }

  private static List<Value> layer(Call call) {
    Value x = call.input(0);
    int axis = call.axis("axis", -1, x.rank());
    int length = Dims.size(x.dims(), axis, x.rank());
    int[] dims = x.dims();
    Arrays.fill(dims, axis, x.rank(), 1);
    Value mean = Value.reals(dims, g -> mean(x, g * length, length));
    Value inverse = Value.reals(dims, g -> 1 / Math.sqrt(variance(x, g * length, length) + epsilon(call)));
    Value normal = standardized(x, length, epsilon(call));
    return List.of(scaled(call, normal), mean, inverse);
  }

  private static Value rootMeanSquare(Call call) {
    Value x = call.input(0);
    int length = Dims.size(x.dims(), call.axis("axis", -1, x.rank()), x.rank());
    Value normal = Value.reals(x.dims(), i -> {
      double squares = 0;
      for (int k = 0; k < length; k++) {
        squares += Math.pow(x.real(i / length * length + k), 2);
      }
      return x.real(i) / Math.sqrt(squares / length + epsilon(call));
    });
    return scaled(call, normal);
  }

  /** Times the second input, plus the third if there is one; both are broadcast. */
  private static Value scaled(Call call, Value normal) {
    return Value.reals(normal.dims(), i -> {
      int[] at = Dims.unravel(i, normal.dims());
      double bias = call.has(2) ? call.input(2).real(Dims.broadcastFlat(at, call.input(2).dims())) : 0;
      return normal.real(i) * call.input(1).real(Dims.broadcastFlat(at, call.input(1).dims())) + bias;
    });
  }

  /** Each run of {@code length} elements less its mean, by its standard deviation. */
  private static Value standardized(Value x, int length, double epsilon) {
    Value out = Value.zeros(ElementType.FLOAT64, x.dims());
    for (int from = 0; from < x.size(); from += length) {
      double mean = mean(x, from, length);
      double deviation = Math.sqrt(variance(x, from, length) + epsilon);
      for (int i = from; i < from + length; i++) {
        out.setReal(i, (x.real(i) - mean) / deviation);
      }
    }
    return out;
  }

  private static double mean(Value x, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += x.real(i);
    }
    return sum / length;
  }

  private static double variance(Value x, int from, int length) {
    double mean = mean(x, from, length);
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += (x.real(i) - mean) * (x.real(i) - mean);
    }
    return sum / length;
  }

  private static Value lp(Call call) {
    Value x = call.input(0);
    int axis = call.axis("axis", -1, x.rank());
    long p = call.node().intValue("p", 2);
    return Value.reals(x.dims(), i -> {
      int[] at = Dims.unravel(i, x.dims());
      double sum = 0;
      for (at[axis] = 0; at[axis] < x.dim(axis); at[axis]++) {
        sum += Math.pow(Math.abs(x.real(Dims.flat(at, x.dims()))), p);
      }
      return x.real(i) / Math.pow(sum, 1.0 / p);
    });
  }

  private static Value localResponse(Call call) {
    Value x = call.input(0);
    int size = Math.toIntExact(call.node().intValue("size", 1));
    double alpha = call.number("alpha", 0.0001f);
    double beta = call.number("beta", 0.75);
    double bias = call.number("bias", 1);
    return Value.reals(x.dims(), i -> {
      int[] at = Dims.unravel(i, x.dims());
      int channel = at[1];
      double squares = 0;
      int last = Math.min(x.dim(1) - 1, channel + size / 2);
      for (at[1] = Math.max(0, channel - (size - 1) / 2); at[1] <= last; at[1]++) {
        squares += Math.pow(x.real(Dims.flat(at, x.dims())), 2);
      }
      return x.real(i) / Math.pow(bias + alpha / size * squares, beta);
    });
  }
}
