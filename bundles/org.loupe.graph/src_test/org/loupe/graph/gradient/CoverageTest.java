/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.graph.DataType;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Coverage.Status;

class CoverageTest {
  private static Coverage coverage(OnnxModel model, String rules) throws Exception {
    return Coverage.of(model, ShapeFacts.inferred(model), RuleRegistry.standard().set(rules));
  }

  @Test
  void everyNodeHasAStatus() throws Exception {
    Coverage plain = coverage(SampleModels.classifier(), "plain");
    assertEquals(6, plain.nodes().size());
    assertTrue(plain.isComplete());
    assertEquals(Map.of(Status.NOT_NEEDED, 0, Status.EXACT, 6, Status.SURROGATE, 0, Status.NONE, 0), plain.counts());
    assertEquals(Status.EXACT, plain.byOperator().get("Conv"));
  }

  @Test
  void guidedRulesAreSurrogates() throws Exception {
    for (String set : List.of("guided", "deconvnet")) {
      Coverage coverage = coverage(SampleModels.classifier(), set);
      assertEquals(set, coverage.ruleSet());
      assertEquals(Status.SURROGATE, coverage.byOperator().get("Relu"));
      assertEquals(1, coverage.counts().get(Status.SURROGATE));
    }
  }

  @Test
  void nodesWithoutRuleAndWhatTheirRuleCannotDo() throws Exception {
    OnnxModel model = new ModelBuilder(new GraphBuilder("g").input("x", DataType.FLOAT, "1, 2, 4, 4")
        .node(NodeBuilder.of("Odd").domain("com.example").inputs("x").outputs("a"))
        .node(NodeBuilder.of("Pad").inputs("x").outputs("b").string("mode", "edge")
            .ints("pads", 0, 0, 1, 1, 0, 0, 1, 1))
        .node(NodeBuilder.of("Shape").inputs("x").outputs("s")).output("a", DataType.FLOAT, "1")
        .output("b", DataType.FLOAT, "1, 2, 6, 6").output("s", DataType.INT64, "4").build(), 10)
        .opset("com.example", 1).build();
    Coverage coverage = coverage(model, "plain");
    assertFalse(coverage.isComplete());
    assertEquals(List.of(Status.NONE, Status.NONE, Status.NOT_NEEDED),
        coverage.nodes().stream().map(Coverage.Entry::status).toList());
    assertTrue(coverage.missing().get(0).reason().isEmpty(), "no rule at all");
    assertTrue(coverage.missing().get(1).reason().orElseThrow().contains("operator set 16"));
  }

  /** A call of a function counts as the worst within it. */
  @Test
  void functionsAreLookedInto() throws Exception {
    GraphFunction inner = new GraphFunction("my", "Inner", "", List.of("a"), List.of("b"), List.of(), Map.of(),
        Map.of("", 13L), List.of(NodeBuilder.of("Relu").inputs("a").outputs("r").build(0),
            NodeBuilder.of("Neg").inputs("r").outputs("b").build(1)));
    OnnxModel model = new ModelBuilder(new GraphBuilder("g").input("x", DataType.FLOAT, "2")
        .node(NodeBuilder.of("Inner").domain("my").inputs("x").outputs("i"))
        .node(NodeBuilder.of("Neg").inputs("i").outputs("y")).output("y", DataType.FLOAT, "2").build(), 13)
        .opset("my", 1).function(inner).build();
    assertEquals(List.of(Status.SURROGATE, Status.EXACT),
        coverage(model, "guided").nodes().stream().map(Coverage.Entry::status).toList());
  }
}
