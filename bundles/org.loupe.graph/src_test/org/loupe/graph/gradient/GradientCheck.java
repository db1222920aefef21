/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.loupe.graph.Dim;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.evaluate.EvaluationException;
import org.loupe.graph.evaluate.Evaluator;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Compares the backward graph of a model with central differences of the model itself, both in double precision. The
 * function that is differentiated is the sum over the sources of cotangent times value, with random cotangents.
 */
final class GradientCheck {
  private static final double STEP = 1e-5;
  private static final double RELATIVE = 1e-6;
  /** What differences of sums lose in double precision, of the largest derivative. */
  private static final double OF_LARGEST = 1e-8;
  private static final int ELEMENTS = 12;

  private final OnnxModel model;
  private final List<String> sources;
  private final RandomGenerator random;
  private final Evaluator forward;

  GradientCheck(OnnxModel model, List<String> sources, RandomGenerator random) throws EvaluationException {
    this.model = model;
    this.sources = sources;
    this.random = random;
    this.forward = Evaluator.of(model);
  }

  /** Extents of all values that two runs have in common. */
  static ShapeFacts shapes(OnnxModel model, Map<String, Tensor> one, Map<String, Tensor> other)
      throws EvaluationException {
    List<String> names = new ArrayList<>(one.keySet());
    for (Node node : model.graph().nodes()) {
      node.outputs().stream().filter(o -> !o.isEmpty()).forEach(names::add);
    }
    Evaluator evaluator = Evaluator.of(model);
    Map<String, Tensor> first = evaluator.run(one, names);
    Map<String, Tensor> second = evaluator.run(other, names);
    Map<String, List<Dim>> dims = new HashMap<>();
    for (String name : names) {
      long[] a = first.get(name).shape().dims();
      long[] b = second.get(name).shape().dims();
      List<Dim> common = new ArrayList<>();
      for (int i = 0; i < a.length; i++) {
        common.add(a[i] == b[i] ? Dim.of(a[i]) : Dim.UNKNOWN);
      }
      dims.put(name, common);
    }
    return ShapeFacts.of(dims);
  }

  /** The cotangents of the sinks by the backward graph. */
  static Map<String, Tensor> backward(GradientPlan plan, Map<String, Tensor> inputs, Map<String, Tensor> cotangents)
      throws EvaluationException {
    Map<String, Tensor> all = new HashMap<>(inputs);
    cotangents.forEach((source, tensor) -> all.put(plan.cotangents().get(source), tensor));
    Map<String, Tensor> values = Evaluator.of(plan.model(List.of())).run(all, plan.gradients().values());
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    plan.gradients().forEach((sink, name) -> gradients.put(sink, values.get(name)));
    return gradients;
  }

  /**
   * Asserts that gradients are right.
   *
   * @param shapes what the backward graph is built with
   * @param inputs the point at which the gradients are compared
   * @param sinks with their values at that point; they may be constants of the model
   */
  void run(ShapeFacts shapes, RuleSet rules, Map<String, Tensor> inputs, Map<String, Tensor> sinks)
      throws GradientException, IOException, EvaluationException {
    GradientPlan plan =
        BackwardGraph.build(model, shapes, rules, new GradientRequest(sources, List.copyOf(sinks.keySet())));
    Map<String, Tensor> cotangents = new LinkedHashMap<>();
    for (Map.Entry<String, Tensor> y : forward.run(inputs, sources).entrySet()) {
      Shape shape = y.getValue().shape();
      cotangents.put(y.getKey(), ArrayTensor.of(shape, random.doubles(shape.size(), -1, 1).toArray()));
    }
    Map<String, Tensor> gradients = backward(plan, inputs, cotangents);
    for (Map.Entry<String, Tensor> sink : sinks.entrySet()) {
      Tensor gradient = gradients.get(sink.getKey());
      assertArrayEquals(sink.getValue().shape().dims(), gradient.shape().dims(), "shape of the gradient of " + sink);
      compare(inputs, sink.getKey(), sink.getValue().toDoubles(), gradient, cotangents);
    }
  }

  /** Some elements one by one, and all of them along a random direction. */
  private void compare(Map<String, Tensor> inputs, String sink, double[] x, Tensor gradient,
      Map<String, Tensor> cotangents) throws EvaluationException {
    double[] g = gradient.toDoubles();
    double largest = Arrays.stream(g).map(Math::abs).max().orElse(0);
    int[] elements = random.ints(0, Math.max(1, x.length)).distinct().limit(Math.min(x.length, ELEMENTS)).toArray();
    for (int i : elements) {
      double[] direction = new double[x.length];
      direction[i] = 1;
      near(difference(inputs, sink, gradient.shape(), x, direction, cotangents), g[i], largest, sink + "[" + i + "]");
    }
    double[] direction = random.doubles(x.length, -1, 1).toArray();
    double along = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      along += direction[i] * g[i];
      sum += Math.abs(direction[i] * g[i]);
    }
    near(difference(inputs, sink, gradient.shape(), x, direction, cotangents), along, sum, sink + " along a direction");
  }

  private static void near(double expected, double actual, double largest, String what) {
    double allowed = RELATIVE * Math.max(Math.abs(expected), Math.abs(actual)) + OF_LARGEST * Math.max(largest, 1e-2);
    if (!(Math.abs(expected - actual) <= allowed)) {
      throw new AssertionError("gradient of " + what + " is " + actual + ", central differences give " + expected);
    }
  }

  private double difference(Map<String, Tensor> inputs, String sink, Shape shape, double[] x, double[] direction,
      Map<String, Tensor> cotangents) throws EvaluationException {
    double up = target(inputs, sink, shape, x, direction, STEP, cotangents);
    double down = target(inputs, sink, shape, x, direction, -STEP, cotangents);
    return (up - down) / (2 * STEP);
  }

  private double target(Map<String, Tensor> inputs, String sink, Shape shape, double[] x, double[] direction,
      double step, Map<String, Tensor> cotangents) throws EvaluationException {
    double[] moved = x.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * direction[i];
    }
    Map<String, Tensor> all = new HashMap<>(inputs);
    all.put(sink, ArrayTensor.of(shape, moved));
    double sum = 0;
    for (Map.Entry<String, Tensor> y : forward.run(all, sources).entrySet()) {
      double[] values = y.getValue().toDoubles();
      double[] c = cotangents.get(y.getKey()).toDoubles();
      for (int i = 0; i < c.length; i++) {
        sum += values[i] * c[i];
      }
    }
    return sum;
  }
}
