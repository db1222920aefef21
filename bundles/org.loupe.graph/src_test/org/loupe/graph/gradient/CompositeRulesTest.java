/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

/** What a model writes as several nodes and is differentiated as one: the derivative, and that it is done in one go. */
class CompositeRulesTest {
  private static final long OPSET = 13;

  private final Map<String, Tensor> weights = new LinkedHashMap<>();
  private final List<NodeBuilder> nodes = new ArrayList<>();

  private CompositeRulesTest number(String name, double value) {
    weights.put(name, ArrayTensor.of(Shape.of(), value));
    return this;
  }

  private CompositeRulesTest node(String operator, String output, String... inputs) {
    return node(NodeBuilder.of(operator).inputs(inputs).outputs(output));
  }

  private CompositeRulesTest node(NodeBuilder node) {
    nodes.add(node);
    return this;
  }

  private OnnxModel model() {
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.DOUBLE, "?, 3, 4");
    weights.forEach(graph::initializer);
    nodes.forEach(graph::node);
    return new ModelBuilder(graph.output("y", DataType.DOUBLE, "?").build(), OPSET).build();
  }

  private static Map<String, Tensor> batch(RandomGenerator random, long size) {
    return Map.of("x", ArrayTensor.of(Shape.of(size, 3, 4), InputSpec.spread(random, (int) size * 12, -2, 2)));
  }

  /** Checks gradients, and how often an operator was differentiated by itself, which shows in what is emitted. */
  private void check(RuleSet rules, String mark, int marks, String... sinks) throws Exception {
    OnnxModel model = model();
    RandomGenerator random = RandomStreams.of(11);
    ShapeFacts shapes = GradientCheck.shapes(model, batch(random, 2), batch(random, 3));
    Map<String, Tensor> inputs = batch(random, 4);
    Map<String, Tensor> values = new LinkedHashMap<>(Evaluator.of(model).run(inputs, List.of(sinks)));
    new GradientCheck(model, List.of("y"), random).run(shapes, rules, inputs, values);
    GradientPlan plan = BackwardGraph.build(model, shapes, rules, GradientRequest.of("y", sinks));
    assertEquals(marks, plan.nodes().stream().filter(n -> n.is(mark)).count(), plan.nodes().toString());
  }

  private static RuleSet plain() {
    return RuleRegistry.standard().set(RuleRegistry.PLAIN);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void siluInOneGo(boolean gateFirst) throws Exception {
    node("Sin", "h", "x").node("Sigmoid", "s", "h");
    node("Mul", "y", gateFirst ? "s" : "h", gateFirst ? "h" : "s");
    check(plain(), "Mul", 3, "x", "h");
  }

  /** The gate as a sink: its own cotangent is asked for, so the product is differentiated by each factor. */
  @Test
  void aGateThatIsAskedFor() throws Exception {
    node("Sin", "h", "x").node("Sigmoid", "s", "h").node("Mul", "y", "h", "s");
    check(plain(), "Cos", 1, "x", "s", "h");
  }

  /** What others take from the gate comes beside what the product takes. */
  @Test
  void aGateWithAnotherConsumer() throws Exception {
    node("Sigmoid", "s", "x").node("Mul", "p", "x", "s").node("Exp", "e", "s").node("Add", "y", "p", "e");
    check(plain(), "Sub", 2, "x", "p");
  }

  @Test
  void aSwappedRuleForTheGateIsUsed() throws Exception {
    node("Sigmoid", "s", "x").node("Mul", "y", "x", "s");
    RuleSet own = RuleRegistry.standard().with("own", "", "Sigmoid", 1, c -> {
      Emitter emit = c.emit();
      c.give(0, emit.mul(c.cotangent(), emit.mul(c.output(0), emit.op("Sigmoid", emit.neg(c.input(0))))));
    }).set("own");
    check(own, "Sigmoid", 1, "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Div", "Mul"})
  void geluInOneGo(String scaling) throws Exception {
    number("k", scaling.equals("Div") ? Math.sqrt(2) : Math.sqrt(0.5)).number("one", 1).number("half", 0.5);
    node("Sin", "h", "x").node(scaling, "u", "h", "k").node("Erf", "e", "u").node("Add", "g", "e", "one");
    node("Mul", "p", "h", "g").node("Mul", "y", "p", "half");
    check(plain(), "Neg", 0, "x", "h");
  }

  /** Not quite GELU: another constant, another argument. */
  @Test
  void whatOnlyLooksLikeGelu() throws Exception {
    number("k", 2).number("two", 2);
    node("Sin", "h", "x").node("Div", "u", "h", "k").node("Erf", "e", "u").node("Add", "g", "e", "two");
    node("Mul", "a", "h", "g").node("Erf", "f", "h").node("Mul", "b", "h", "f").node("Add", "y", "a", "b");
    check(plain(), "Cos", 1, "x", "h");
  }

  private void layerNormalization(String square, String centred) {
    number("two", 2).number("eps", 0.1);
    node("Sin", "h", "x");
    node(NodeBuilder.of("ReduceMean").inputs("h").outputs("m").ints("axes", -1));
    node("Sub", "d", "h", "m");
    node(square, "q", square.equals("Pow") ? new String[] {centred, "two"} : new String[] {centred, centred});
    node(NodeBuilder.of("ReduceMean").inputs("q").outputs("v").ints("axes", 2));
    node("Add", "w", "v", "eps").node("Sqrt", "s", "w").node("Div", "y", "d", "s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pow", "Mul"})
  void layerNormalizationInOneGo(String square) throws Exception {
    layerNormalization(square, "d");
    check(plain(), "Div", 0, "x", "h");
  }

  @Test
  void layerNormalizationWithAnInnerValueAskedFor() throws Exception {
    layerNormalization("Pow", "d");
    check(plain(), "Cos", 1, "x", "d", "v", "m");
  }

  @Test
  void aDivisionThatIsNoNormalization() throws Exception {
    layerNormalization("Mul", "h");
    check(plain(), "Cos", 1, "x");
  }

  /** Parts of one tensor that all come back are joined, not added up. */
  @Test
  void partsAreJoined() throws Exception {
    for (long i = 0; i < 3; i++) {
      weights.put("i" + i, ArrayTensor.of(Shape.of(), i));
      node(NodeBuilder.of("Gather").inputs("h", "i" + i).outputs("p" + i).intValue("axis", 1));
    }
    nodes.add(0, NodeBuilder.of("Sin").inputs("x").outputs("h"));
    node("Mul", "q", "p0", "p1").node("Mul", "y", "q", "p2");
    check(plain(), "Concat", 1, "x", "h");
    check(plain(), "Pad", 0, "x", "h");
  }

  @Test
  void partsWithAGapOrAnOverlapAreAddedUp() throws Exception {
    for (long[] range : new long[][] {{0, 2}, {1, 3}, {0, 1}}) {
      String name = "s" + range[0] + range[1];
      weights.put(name + "b", ArrayTensor.of(Shape.of(1), range[0]));
      weights.put(name + "e", ArrayTensor.of(Shape.of(1), range[1]));
      weights.put("axis", ArrayTensor.of(Shape.of(1), 1L));
      node("Slice", name, "h", name + "b", name + "e", "axis");
    }
    nodes.add(0, NodeBuilder.of("Sin").inputs("x").outputs("h"));
    node("Mul", "a", "s02", "s13").node("Mul", "y", "a", "s01");
    check(plain(), "Concat", 0, "x", "h");
  }

  /** The mask of the rectifier comes from the maxima; another consumer of what it lets through has its own. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rectifierBeforeMaxPool(boolean alsoElsewhere) throws Exception {
    weights.put("planes", ArrayTensor.of(Shape.of(4), -1L, 1L, 3L, 4L));
    weights.put("rows", ArrayTensor.of(Shape.of(3), -1L, 1L, 4L));
    node("Sin", "h", "x").node("Reshape", "p", "h", "planes").node("Relu", "r", "p");
    node(NodeBuilder.of("MaxPool").inputs("r").outputs("m").ints("kernel_shape", 3, 1));
    node(NodeBuilder.of("Reshape").inputs("m", "rows").outputs(alsoElsewhere ? "f" : "y"));
    if (alsoElsewhere) {
      node(NodeBuilder.of("ReduceSum").inputs("r").outputs("s")).node("Add", "y", "f", "s");
    }
    check(plain(), "Greater", alsoElsewhere ? 2 : 1, "x", "p");
  }

  @Test
  void rectifierBeforeMaxPoolThatIsAskedFor() throws Exception {
    weights.put("planes", ArrayTensor.of(Shape.of(4), -1L, 1L, 3L, 4L));
    node("Reshape", "p", "x", "planes").node("Relu", "r", "p");
    node(NodeBuilder.of("MaxPool").inputs("r").outputs("y").ints("kernel_shape", 3, 4));
    check(plain(), "Greater", 1, "x", "r");
  }
}
