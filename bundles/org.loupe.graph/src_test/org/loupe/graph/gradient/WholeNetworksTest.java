/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.evaluate.Evaluator;
import org.loupe.math.random.RandomStreams;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Gradients through many nodes, against central differences: to inputs, inner values and weights, for any batch. */
class WholeNetworksTest {
  private static final long[] OPSETS = {7, 9, 11, 13, 18, 22};

  private static Map<String, Tensor> batch(RandomGenerator random, long size, long... dims) {
    long[] all = new long[dims.length + 1];
    all[0] = size;
    System.arraycopy(dims, 0, all, 1, dims.length);
    Shape shape = Shape.of(all);
    return Map.of("x", ArrayTensor.of(shape, InputSpec.spread(random, (int) shape.size(), -1, 1)));
  }

  /** Compares gradients at a batch of four, with shapes known from batches of two and three. */
  private static void check(OnnxModel model, RandomGenerator random, List<String> sources, List<String> sinks,
      long... dims) throws Exception {
    ShapeFacts shapes = GradientCheck.shapes(model, batch(random, 2, dims), batch(random, 3, dims));
    Map<String, Tensor> inputs = batch(random, 4, dims);
    Map<String, Tensor> values = new LinkedHashMap<>(Evaluator.of(model).run(inputs, sinks));
    new GradientCheck(model, sources, random)
        .run(shapes, RuleRegistry.standard().set(RuleRegistry.PLAIN), inputs, values);
  }

  static IntStream seeds() {
    return IntStream.range(0, 48);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomNetworks(int seed) throws Exception {
    RandomGenerator random = RandomStreams.of(seed, "networks");
    RandomNetwork network = new RandomNetwork(random);
    OnnxModel model = network.build(random.nextInt(4, 9), OPSETS[seed % OPSETS.length]);
    List<String> inner = network.inner();
    List<String> sinks = Stream.of("x", "shared", "channel", "scale", "variance", inner.get(inner.size() / 2),
        inner.getLast()).distinct().filter(sink -> leadsToOutput(model, sink)).toList();
    check(model, random, seed % 2 == 0 ? List.of("y") : List.of("logits", "y", inner.getLast()), sinks, 4, 6, 6);
  }

  private static boolean leadsToOutput(OnnxModel model, String value) {
    Set<String> reached = new HashSet<>(Set.of(value));
    model.graph().nodes().stream().filter(n -> n.inputs().stream().anyMatch(reached::contains))
        .forEachOrdered(n -> reached.addAll(n.outputs()));
    return reached.contains("y");
  }

  private static OnnxModel model(long opset, Map<String, Tensor> weights, NodeBuilder... nodes) {
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.DOUBLE, "?");
    weights.forEach(graph::initializer);
    List.of(nodes).forEach(graph::node);
    return new ModelBuilder(graph.output("y", DataType.DOUBLE, "?").build(), opset).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Add", "Sub", "Mul", "Div", "Pow", "Max", "MatMul", "Concat", "Sum", "Where", "PRelu"})
  void oneValueAsSeveralOperands(String operator) throws Exception {
    NodeBuilder node = NodeBuilder.of(operator).outputs("z");
    node = switch (operator) {
      case "Where" -> node.inputs("c", "p", "p");
      case "Concat" -> node.inputs("p", "p", "p").intValue("axis", -1);
      case "Sum" -> node.inputs("p", "p", "p");
      default -> node.inputs("p", "p");
    };
    RandomGenerator random = RandomStreams.of(5, operator);
    OnnxModel model = model(16, Map.of(), NodeBuilder.of("Exp").inputs("x").outputs("p"),
        NodeBuilder.of("Greater").inputs("x", "p").outputs("c"), node,
        NodeBuilder.of("Add").inputs("z", "z").outputs("y"));
    check(model, random, List.of("y"), List.of("x", "p"), 3, 3);
  }

  @Test
  void aSourceThatIsTheSinkHasItsOwnCotangent() throws Exception {
    OnnxModel model = model(13, Map.of(), NodeBuilder.of("Sin").inputs("x").outputs("h"),
        NodeBuilder.of("Exp").inputs("h").outputs("y"));
    RandomGenerator random = RandomStreams.of(6);
    check(model, random, List.of("h"), List.of("h"), 3);
    check(model, random, List.of("h", "y"), List.of("x", "h"), 3);
    check(model, random, List.of("y", "h"), List.of("h", "x"), 3);
  }

  /** More places than a matrix of zeros and ones is made for, where the operator set can add up what it scatters. */
  @ParameterizedTest
  @ValueSource(longs = {13, 16})
  void manyRowsOfALargeTable(long opset) throws Exception {
    RandomGenerator random = RandomStreams.of(8, "table");
    Tensor table = ArrayTensor.of(Shape.of(2100, 2), random.doubles(4200, -1, 1).toArray());
    Tensor rows = ArrayTensor.of(Shape.of(2000), random.longs(2000, -2100, 2100).toArray());
    OnnxModel model = model(opset, Map.of("table", table, "rows", rows),
        NodeBuilder.of("Gather").inputs("table", "rows").outputs("taken"),
        NodeBuilder.of("MatMul").inputs("taken", "x").outputs("y"));
    Map<String, Tensor> inputs = Map.of("x", ArrayTensor.of(Shape.of(2, 1), 0.5, -0.7));
    new GradientCheck(model, List.of("y"), random).run(GradientCheck.shapes(model, inputs, inputs),
        RuleRegistry.standard().set(RuleRegistry.PLAIN), inputs, Map.of("table", table));
  }

  /** Attention and a dense layer, each after a LayerNormalization made of simple operators, with residuals. */
  @ParameterizedTest
  @ValueSource(longs = {11, 13, 17, 18})
  void transformerBlock(long opset) throws Exception {
    RandomGenerator random = RandomStreams.of(7, "transformer");
    TransformerBlock block = new TransformerBlock(opset, random);
    check(block.model(), random, List.of("y"), List.of("x", "attention", "gamma", "w_q", "w_out"), 5, 6);
  }
}
