/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.elementwise;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/** Activation functions. Defaults are in single precision where the specification states them so. */
public final class Activations {
  private static final double SELU_ALPHA = 1.67326319217681884765625;
  private static final double SELU_GAMMA = 1.05070102214813232421875;

  private Activations() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Relu", Functions.number(v -> Math.max(v, 0), v -> Math.max(v, 0)));
    add(table, "Sigmoid", call -> Activations::sigmoid);
    add(table, "Softplus", call -> Activations::softplus);
    add(table, "Softsign", call -> v -> v / (1 + Math.abs(v)));
    add(table, "LeakyRelu", call -> leaky(call.number("alpha", 0.01f)));
    add(table, "ThresholdedRelu", call -> thresholded(call.number("alpha", 1)));
    add(table, "Elu", call -> elu(call.number("alpha", 1), 1));
    add(table, "Celu", call -> celu(call.number("alpha", 1)));
    add(table, "Selu", call -> selu(call.number("alpha", SELU_ALPHA), call.number("gamma", SELU_GAMMA)));
    add(table, "HardSigmoid", call -> hardSigmoid(call.number("alpha", 0.2f), call.number("beta", 0.5)));
    add(table, "HardSwish", call -> v -> v * hardSigmoid(1.0 / 6, 0.5).applyAsDouble(v));
    add(table, "Swish", call -> swish(call.number("alpha", 1)));
    add(table, "Mish", call -> v -> v * Math.tanh(softplus(v)));
    add(table, "Gelu", call -> gelu(call.node().string("approximate", "none")));
    add(table, "Shrink", call -> shrink(call.number("lambd", 0.5), call.number("bias", 0)));
    table.put("PRelu", Operator.single(Activations::prelu));
    table.put("Clip", Operator.single(Activations::clip));
  }

  private static void add(Map<String, Operator> table, String name, Function<Call, DoubleUnaryOperator> f) {
    table.put(name, Operator.single(call -> call.input(0).map(f.apply(call))));
  }

  private static double sigmoid(double v) {
    return v >= 0 ? 1 / (1 + Math.exp(-v)) : Math.exp(v) / (1 + Math.exp(v));
  }

  private static double softplus(double v) {
    return Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
  }

  private static DoubleUnaryOperator leaky(double alpha) {
    return v -> v < 0 ? alpha * v : v;
  }

  private static DoubleUnaryOperator thresholded(double alpha) {
    return v -> v > alpha ? v : 0;
  }

  private static DoubleUnaryOperator elu(double alpha, double gamma) {
    return v -> v < 0 ? gamma * alpha * Math.expm1(v) : gamma * v;
  }

  private static DoubleUnaryOperator celu(double alpha) {
    return v -> Math.max(v, 0) + Math.min(alpha * Math.expm1(v / alpha), 0);
  }

  private static DoubleUnaryOperator selu(double alpha, double gamma) {
    return elu(alpha, gamma);
  }

  private static DoubleUnaryOperator hardSigmoid(double alpha, double beta) {
    return v -> Math.max(0, Math.min(1, alpha * v + beta));
  }

  private static DoubleUnaryOperator swish(double alpha) {
    return v -> v * sigmoid(alpha * v);
  }

  private static DoubleUnaryOperator gelu(String approximate) {
    return switch (approximate) {
      case "none" -> v -> v / 2 * (1 + Functions.erf(v / Math.sqrt(2)));
      case "tanh" -> v -> v / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v)));
      default -> throw new IllegalArgumentException("approximation '" + approximate + "' is not known");
    };
  }

  private static DoubleUnaryOperator shrink(double lambda, double bias) {
    return v -> v < -lambda ? v + bias : v > lambda ? v - bias : 0;
  }

  private static Value prelu(Call call) {
    Value x = call.input(0);
    Value slope = call.input(1);
    Value y = x.like(x.dims());
    Dims.broadcast(x.dims(), slope.dims());
    for (int i = 0; i < y.size(); i++) {
      double factor = slope.real(Dims.broadcastFlat(Dims.unravel(i, x.dims()), slope.dims()));
      y.setReal(i, x.real(i) < 0 ? factor * x.real(i) : x.real(i));
    }
    return y;
  }

  private static Value clip(Call call) {
    Value x = call.input(0);
    double low = call.has(1) ? call.input(1).scalar() : call.number("min", Double.NEGATIVE_INFINITY);
    double high = call.has(2) ? call.input(2).scalar() : call.number("max", Double.POSITIVE_INFINITY);
    Value y = x.like(x.dims());
    for (int i = 0; i < y.size(); i++) {
      double v = x.real(i);
      if (v >= low && v <= high) {
        y.set(i, x, i);
      } else {
        y.setReal(i, Math.min(high, Math.max(low, v)));
      }
    }
    return y;
  }
}
