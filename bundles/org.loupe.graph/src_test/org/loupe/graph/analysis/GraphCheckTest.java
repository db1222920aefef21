/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

class GraphCheckTest {
  private static GraphBuilder graph() {
    return new GraphBuilder("g").input("x", DataType.FLOAT, "2").output("y", DataType.FLOAT, "2");
  }

  private static NodeBuilder relu(String name, String in, String out) {
    return NodeBuilder.of("Relu").name(name).inputs(in).outputs(out);
  }

  private static OnnxModel model(GraphBuilder graph) {
    return new ModelBuilder(graph.build(), 17).build();
  }

  private static List<GraphIssue> check(GraphBuilder graph) {
    return GraphCheck.check(model(graph));
  }

  private static GraphIssue only(GraphBuilder graph) {
    List<GraphIssue> issues = check(graph);
    assertEquals(1, issues.size(), issues.toString());
    return issues.get(0);
  }

  @Test
  void aGoodModelHasNoIssues() throws ModelFormatException {
    assertEquals(List.of(), GraphCheck.check(SampleModels.classifier()));
    GraphCheck.require(SampleModels.classifier());
  }

  @Test
  void undefinedInputIsNamed() {
    GraphIssue issue = only(graph().node(NodeBuilder.of("Add").name("sum").inputs("x", "ghost").outputs("y")));
    assertEquals(GraphIssue.Kind.UNDEFINED_INPUT, issue.kind());
    assertEquals("ghost", issue.value());
    assertEquals("Add 'sum'", issue.node());
    OnnxModel bad = model(graph().node(NodeBuilder.of("Add").inputs("x", "ghost").outputs("y")));
    String message = assertThrows(ModelFormatException.class, () -> GraphCheck.require(bad)).getMessage();
    assertTrue(message.contains("Add #0 -> y needs 'ghost'"), message);
  }

  @Test
  void duplicatesAreNamed() {
    GraphIssue value = only(graph().node(relu("a", "x", "y")).node(relu("b", "x", "y")));
    assertEquals(GraphIssue.Kind.DUPLICATE_VALUE, value.kind());
    assertEquals("x", check(graph().node(relu("a", "x", "y")).node(relu("b", "y", "x"))).get(0).value());
    ArrayTensor two = ArrayTensor.of(Shape.of(2), 1f, 2f);
    assertEquals(List.of(), check(graph().initializer("x", two).node(relu("a", "x", "y"))), "a default for an input");
    assertEquals("w", only(graph().initializer("w", two).initializer("w", two).node(relu("a", "x", "y"))).value());
    GraphIssue names = only(graph().node(relu("a", "x", "t")).node(relu("a", "t", "y")));
    assertEquals(GraphIssue.Kind.DUPLICATE_NODE_NAME, names.kind());
    assertFalse(names.kind().isError());
  }

  @Test
  void cyclesAndOrder() {
    GraphIssue cycle = check(graph().node(relu("a", "t", "u")).node(relu("b", "u", "t")).node(relu("c", "t", "y")))
        .get(0);
    assertEquals(GraphIssue.Kind.CYCLE, cycle.kind());
    assertEquals("Relu 'a'", cycle.node());
    assertEquals(GraphIssue.Kind.CYCLE, only(graph().node(relu("self", "y", "y"))).kind());
    GraphIssue order = only(graph().node(relu("late", "t", "y")).node(relu("early", "x", "t")));
    assertEquals(GraphIssue.Kind.NOT_SORTED, order.kind());
    assertEquals("Relu 'late'", order.node());
  }

  @Test
  void outputsThatNothingGives() {
    assertEquals(GraphIssue.Kind.MISSING_OUTPUT, only(graph()).kind());
    assertEquals(GraphIssue.Kind.NO_OUTPUTS, only(new GraphBuilder("g")).kind());
  }

  @Test
  void subgraphsSeeTheGraphsAroundThem() {
    Graph inner = new GraphBuilder("inner").output("b", DataType.FLOAT, "2").node(relu("r", "x", "b")).build();
    Graph wrong = new GraphBuilder("wrong").output("b", DataType.FLOAT, "2").node(relu("r", "nowhere", "b")).build();
    NodeBuilder branch = NodeBuilder.of("If").name("if").inputs("x").outputs("y");
    assertEquals(List.of(), check(graph().node(branch.graph("then_branch", inner))));
    assertEquals("nowhere", check(graph().node(branch.graph("else_branch", wrong))).get(0).value());
    // A value that is needed by a subgraph only counts for the order of the nodes around it.
    Graph needsT = new GraphBuilder("n").output("b", DataType.FLOAT, "2").node(relu("r", "t", "b")).build();
    assertEquals(GraphIssue.Kind.NOT_SORTED, only(graph().node(NodeBuilder.of("If").inputs("x").outputs("y")
        .graph("then_branch", needsT)).node(relu("early", "x", "t"))).kind());
  }

  @Test
  void veryLongChainsNeedNoStack() {
    GraphBuilder graph = new GraphBuilder("g").input("v0", DataType.FLOAT, "2");
    int length = 50_000;
    for (int i = 0; i < length; i++) {
      graph.node(NodeBuilder.of("Identity").inputs("v" + i).outputs("v" + (i + 1)));
    }
    graph.output(new ValueInfo("v" + length, ValueType.UNKNOWN));
    OnnxModel model = model(graph);
    assertEquals(List.of(), GraphCheck.check(model));
    GraphIndex index = GraphIndex.of(model.graph());
    assertEquals("v0", index.unaliased("v" + length));
    assertEquals(Set.of(), DeadValues.of(index));
  }
}
