/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.graph.Attribute;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.analysis.GraphCheck;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;

class FunctionInlinerTest {
  private static GraphFunction function(String name, List<String> inputs, List<String> outputs, NodeBuilder... nodes) {
    List<Node> list = new ArrayList<>();
    for (NodeBuilder n : nodes) {
      list.add(n.build(list.size()));
    }
    return new GraphFunction("my", name, "", inputs, outputs, List.of("alpha"),
        Map.of("alpha", new Attribute.FloatValue(0.25f)), Map.of("", 13L), list);
  }

  private static ModelBuilder model(NodeBuilder... nodes) {
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.FLOAT, "2").output("y", DataType.FLOAT, "2");
    for (NodeBuilder n : nodes) {
      graph.node(n);
    }
    return new ModelBuilder(graph.build(), 13).opset("my", 1);
  }

  private static NodeBuilder call(String function) {
    return NodeBuilder.of(function).domain("my");
  }

  private static NodeBuilder leaky() {
    return NodeBuilder.of("LeakyRelu").inputs("a").outputs("h").attribute("alpha", new Attribute.Reference("alpha", 1));
  }

  @Test
  void aModelWithoutFunctionsIsItself() throws Exception {
    OnnxModel model = SampleModels.classifier();
    assertSame(model, FunctionInliner.inline(model).model());
    assertSame(model, ModelPreparation.prepare(model));
  }

  @Test
  void namesAndAttributesOfTheCallAreUsed() throws Exception {
    OnnxModel model = model(call("F").inputs("x").outputs("t").floatValue("alpha", 0.5f),
        call("F").inputs("t").outputs("y")).function(function("F", List.of("a"), List.of("b"), leaky(),
            NodeBuilder.of("Neg").inputs("h").outputs("b"))).build();
    FunctionInliner.Inlined inlined = FunctionInliner.inline(model);
    List<Node> nodes = inlined.model().graph().nodes();
    assertEquals(List.of("LeakyRelu", "Neg", "LeakyRelu", "Neg"), nodes.stream().map(Node::opType).toList());
    assertEquals(List.of("t/h", "t", "y/h", "y"), nodes.stream().map(n -> n.output(0)).toList());
    assertEquals(0.5f, nodes.get(0).floatValue("alpha", 0));
    assertEquals(0.25f, nodes.get(2).floatValue("alpha", 0), "the default");
    assertEquals(List.of(0, 0, 1, 1), inlined.origins());
    assertEquals(4, nodes.stream().map(Node::name).distinct().count());
    assertEquals(List.of(), inlined.model().functions());
    assertEquals(List.of(), GraphCheck.check(inlined.model()));
  }

  @Test
  void functionsCallFunctionsAlsoFromSubgraphs() throws Exception {
    Graph branch = new GraphBuilder("b").node(call("F").inputs("a").outputs("inner"))
        .output("inner", DataType.FLOAT, "2").build();
    GraphFunction outer = function("G", List.of("a", "flag"), List.of("b"), NodeBuilder.of("If").inputs("flag")
        .outputs("b").graph("then_branch", branch).graph("else_branch", branch));
    OnnxModel model = new ModelBuilder(new GraphBuilder("g").input("x", DataType.FLOAT, "2")
        .input("f", DataType.BOOL, "").node(call("G").inputs("x", "f").outputs("y")).output("y", DataType.FLOAT, "2")
        .build(), 13).opset("my", 1).function(outer).function(function("F", List.of("a"), List.of("h"), leaky()))
        .build();
    OnnxModel inlined = FunctionInliner.inline(model).model();
    Node choice = inlined.graph().nodes().get(0);
    assertTrue(choice.is("If"));
    Node within = choice.subgraphs().get(0).nodes().get(0);
    assertTrue(within.is("LeakyRelu"));
    assertEquals("x", within.input(0), "the value of the graph around");
    assertEquals(choice.subgraphs().get(0).outputs().get(0).name(), within.output(0));
    assertEquals(List.of(), GraphCheck.check(inlined));
  }

  /** Outputs that are inputs, that come twice, or that nobody takes. */
  @Test
  void outputsThatAreNoOwnValues() throws Exception {
    OnnxModel model = model(call("F").inputs("x").outputs("same", "one", "two"),
        NodeBuilder.of("Sum").inputs("same", "one", "two").outputs("s"),
        call("F").inputs("s").outputs("", "y")).function(function("F", List.of("a"), List.of("a", "h", "h"), leaky()))
        .build();
    OnnxModel inlined = FunctionInliner.inline(model).model();
    assertEquals(List.of(), GraphCheck.check(inlined));
    assertEquals(List.of("LeakyRelu", "Identity", "Identity", "Sum", "LeakyRelu"),
        inlined.graph().nodes().stream().map(Node::opType).toList());
  }

  @Test
  void functionsInACircleAreRefused() {
    OnnxModel model = model(call("F").inputs("x").outputs("y")).function(
        function("F", List.of("a"), List.of("b"), call("F").inputs("a").outputs("b"))).build();
    String message = assertThrows(GradientException.class, () -> FunctionInliner.inline(model)).getMessage();
    assertTrue(message.contains("my.F") && message.contains("calls itself"), message);
  }

  @Test
  void functionsThatUnfoldBeyondMeasureAreRefused() {
    ModelBuilder model = model(call("F0").inputs("x").outputs("y"));
    for (int i = 0; i < 30; i++) {
      String next = i == 29 ? "Neg" : "F" + (i + 1);
      NodeBuilder first = i == 29 ? NodeBuilder.of(next) : call(next);
      NodeBuilder second = i == 29 ? NodeBuilder.of(next) : call(next);
      model.function(function("F" + i, List.of("a"), List.of("b"), first.inputs("a").outputs("c"),
          second.inputs("c").outputs("b")));
    }
    String message = assertThrows(GradientException.class, () -> FunctionInliner.inline(model.build())).getMessage();
    assertTrue(message.contains("unfold"), message);
  }

  @Test
  void aFunctionOfAnotherOperatorSetStaysACall() throws Exception {
    OnnxModel model = model(call("F").inputs("x").outputs("y")).function(new GraphFunction("my", "F", "",
        List.of("a"), List.of("b"), List.of(), Map.of(), Map.of("", 7L),
        List.of(NodeBuilder.of("Neg").inputs("a").outputs("b").build(0)))).build();
    OnnxModel inlined = FunctionInliner.inline(model).model();
    assertEquals("F", inlined.graph().nodes().get(0).opType());
    assertEquals(1, inlined.functions().size());
  }
}
