/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.evaluate.EvaluationException;
import org.loupe.graph.evaluate.Evaluator;
import org.loupe.math.random.RandomStreams;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Guided backpropagation (Springenberg et al. 2014) and the deconvolutional network (Zeiler and Fergus 2013) against
 * their definitions at one rectifier, and against two layers worked out with matrices.
 */
class SurrogateRulesTest {
  private static final int N = 24;

  private static OnnxModel model(long opset, Map<String, Tensor> weights, NodeBuilder... nodes) {
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.DOUBLE, "N, " + N);
    weights.forEach(graph::initializer);
    List.of(nodes).forEach(graph::node);
    return new ModelBuilder(graph.output("y", DataType.DOUBLE, "N, " + N).build(), opset).build();
  }

  private static double[] gradient(OnnxModel model, String rules, Tensor x, Tensor cotangent) throws Exception {
    Map<String, Tensor> inputs = Map.of("x", x);
    GradientPlan plan = BackwardGraph.build(model, GradientCheck.shapes(model, inputs, inputs),
        RuleRegistry.standard().set(rules), GradientRequest.of("y", "x"));
    return GradientCheck.backward(plan, inputs, Map.of("y", cotangent)).get("x").toDoubles();
  }

  private static Tensor random(RandomGenerator random, double range) {
    return ArrayTensor.of(Shape.of(2, N), random.doubles(2 * N, -range, range).toArray());
  }

  private static DoubleUnaryOperator derivative(OnnxModel model) {
    return v -> {
      try {
        Tensor moved = ArrayTensor.of(Shape.of(1, 2), v + 1e-6, v - 1e-6);
        Tensor y = Evaluator.of(model).run(Map.of("x", moved), List.of("y")).get("y");
        return (y.get(0) - y.get(1)) / 2e-6;
      } catch (EvaluationException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /** Guided: the derivative of the positive part of the cotangent; deconvnet: the positive part itself. */
  @ParameterizedTest
  @CsvSource({"Relu, 13", "LeakyRelu, 13", "Elu, 13", "Selu, 13", "Celu, 13", "ThresholdedRelu, 13", "Clip, 7"})
  void atOneRectifier(String operator, long opset) throws Exception {
    NodeBuilder node = NodeBuilder.of(operator).inputs("x").outputs("y");
    OnnxModel model =
        model(opset, Map.of(), operator.equals("Clip") ? node.floatValue("min", 0).floatValue("max", 6) : node);
    RandomGenerator random = RandomStreams.of(1, operator);
    Tensor x = random(random, 8);
    Tensor g = random(random, 1);
    double[] guided = new double[2 * N];
    double[] deconvnet = new double[2 * N];
    for (int i = 0; i < guided.length; i++) {
      deconvnet[i] = Math.max(g.get(i), 0);
      guided[i] = deconvnet[i] * derivative(model).applyAsDouble(x.get(i));
    }
    assertArrayEquals(guided, gradient(model, RuleRegistry.GUIDED, x, g), 1e-7);
    assertArrayEquals(deconvnet, gradient(model, RuleRegistry.DECONVNET, x, g), 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sigmoid", "Tanh", "Softplus", "HardSwish", "Abs"})
  void whatIsNoRectifierKeepsItsDerivative(String operator) throws Exception {
    OnnxModel model = model(14, Map.of(), NodeBuilder.of(operator).inputs("x").outputs("y"));
    RandomGenerator random = RandomStreams.of(2, operator);
    Tensor x = random(random, 2);
    Tensor g = random(random, 1);
    double[] plain = gradient(model, RuleRegistry.PLAIN, x, g);
    assertArrayEquals(plain, gradient(model, RuleRegistry.GUIDED, x, g), 0);
    assertArrayEquals(plain, gradient(model, RuleRegistry.DECONVNET, x, g), 0);
  }

  @Test
  void aClipThatDoesNotCutAtZeroKeepsItsDerivative() throws Exception {
    Tensor low = ArrayTensor.of(Shape.of(), -0.5);
    Tensor high = ArrayTensor.of(Shape.of(), 1.0);
    OnnxModel model = model(13, Map.of("low", low, "high", high),
        NodeBuilder.of("Clip").inputs("x", "low", "high").outputs("y"));
    RandomGenerator random = RandomStreams.of(3);
    Tensor x = random(random, 2);
    Tensor g = random(random, 1);
    double[] expected = IntStream.range(0, 2 * N)
        .mapToDouble(i -> x.get(i) > -0.5 && x.get(i) < 1 ? g.get(i) : 0).toArray();
    for (String rules : RuleRegistry.standard().ids()) {
      assertArrayEquals(expected, gradient(model, rules, x, g), 0, rules);
    }
  }

  /** y = B relu(A x): the gradient of each set is A' of what the rectifier lets through of B' g. */
  @Test
  void throughTwoLayers() throws Exception {
    RandomGenerator random = RandomStreams.of(4);
    double[] a = random.doubles(N * N, -1, 1).toArray();
    double[] b = random.doubles(N * N, -1, 1).toArray();
    OnnxModel model = model(13, Map.of("a", ArrayTensor.of(Shape.of(N, N), a), "b", ArrayTensor.of(Shape.of(N, N), b)),
        NodeBuilder.of("MatMul").inputs("x", "a").outputs("h"), NodeBuilder.of("Relu").inputs("h").outputs("r"),
        NodeBuilder.of("MatMul").inputs("r", "b").outputs("y"));
    Tensor x = random(random, 1);
    Tensor g = random(random, 1);
    for (String rules : RuleRegistry.standard().ids()) {
      double[] expected = new double[2 * N];
      for (int row = 0; row < 2; row++) {
        for (int k = 0; k < N; k++) {
          double h = 0;
          double back = 0;
          for (int j = 0; j < N; j++) {
            h += x.get((long) row * N + j) * a[j * N + k];
            back += g.get((long) row * N + j) * b[k * N + j];
          }
          boolean on = h > 0;
          double passed = switch (rules) {
            case "plain" -> on ? back : 0;
            case "guided" -> on ? Math.max(back, 0) : 0;
            default -> Math.max(back, 0);
          };
          for (int j = 0; j < N; j++) {
            expected[row * N + j] += a[j * N + k] * passed;
          }
        }
      }
      assertArrayEquals(expected, gradient(model, rules, x, g), 1e-12, rules);
    }
  }

  /** After a rectifier zeros tie, and pooling has to pass the gradient of each window once. */
  @Test
  void poolingOfTiesPassesEachCotangentOnce() throws Exception {
    for (long opset : new long[] {7, 8, 12, 16}) {
      OnnxModel model = new ModelBuilder(new GraphBuilder("g").input("x", DataType.DOUBLE, "1, 1, 4, 4")
          .node(NodeBuilder.of("MaxPool").inputs("x").outputs("y").ints("kernel_shape", 3, 3).ints("strides", 1, 1))
          .output("y", DataType.DOUBLE, "1, 1, 2, 2").build(), opset).build();
      Tensor zeros = ArrayTensor.of(Shape.of(1, 1, 4, 4), new double[16]);
      Tensor g = ArrayTensor.of(Shape.of(1, 1, 2, 2), 1.0, 2.0, 3.0, 4.0);
      double[] expected = new double[16];
      // The first element of each window wins.
      expected[0] = 1;
      expected[1] = 2;
      expected[4] = 3;
      expected[5] = 4;
      double[] actual = gradient(model, RuleRegistry.PLAIN, zeros, g);
      assertArrayEquals(expected, actual, 0, "operator set " + opset);
      assertEquals(10, Arrays.stream(actual).sum());
    }
  }
}
