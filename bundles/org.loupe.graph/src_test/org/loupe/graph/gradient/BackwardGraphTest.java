/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.analysis.GraphCheck;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.OnnxReader;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

class BackwardGraphTest {
  private static final RuleSet PLAIN = RuleRegistry.standard().set("plain");

  @TempDir
  Path folder;

  private static GradientPlan plan(OnnxModel model, String source, String... sinks)
      throws GradientException, IOException {
    return BackwardGraph.build(model, ShapeFacts.inferred(model), PLAIN, GradientRequest.of(source, sinks));
  }

  private static OnnxModel model(long opset, GraphBuilder graph) {
    return new ModelBuilder(graph.build(), opset).build();
  }

  private static String refused(OnnxModel model, String source, String... sinks) {
    String message = assertThrows(GradientException.class, () -> plan(model, source, sinks)).getMessage();
    assertFalse(message.contains("\n"), message);
    return message;
  }

  @Test
  void thePlanIsAWellFormedGraph() throws Exception {
    GradientPlan plan = plan(SampleModels.classifier(), "logits", "x", "relu");
    OnnxModel whole = plan.model(List.of("logits"));
    assertEquals(List.of(), GraphCheck.check(whole));
    assertEquals(Set.of("x", "relu"), plan.gradients().keySet());
    assertEquals(List.of("x", plan.cotangents().get("logits")),
        whole.graph().requiredInputs().stream().map(ValueInfo::name).toList());
    assertEquals(Dim.list("N, 3"), whole.graph().inputs().get(1).dims().orElseThrow(), "the shape of the logits");
    assertEquals("logits", whole.graph().outputs().get(0).name());
    assertEquals(3, whole.graph().outputs().size());
    Set<String> names = new HashSet<>();
    for (Node node : whole.graph().nodes()) {
      assertTrue(names.add(node.name()), "two nodes " + node.name());
    }
  }

  @Test
  void theFileIsExtendedAndItsOwnOutputsStay() throws Exception {
    Path file = folder.resolve("m.onnx");
    OnnxWriter.write(SampleModels.classifier(), file);
    GradientPlan plan = plan(OnnxReader.read(file), "logits", "x");
    assertEquals(List.of(plan.gradients().get("x")), plan.extension().orElseThrow().addedOutputs());
    assertTrue(plan(SampleModels.classifier(), "logits", "x").extension().isEmpty(), "not from a file");
  }

  /** The gradient of a graph that holds a gradient already uses other names. */
  @Test
  void namesNeverClash() throws Exception {
    OnnxModel once = plan(SampleModels.classifier(), "logits", "x").model(List.of("logits"));
    OnnxModel twice = plan(once, "logits", "relu").model(List.of("logits"));
    assertEquals(List.of(), GraphCheck.check(twice));
  }

  @Test
  void nothingIsEmittedThatNoGradientNeeds() throws Exception {
    GradientPlan plan = plan(SampleModels.classifier(), "logits", "relu");
    assertTrue(plan.nodes().stream().noneMatch(n -> n.is("Conv")), plan.nodes().toString());
    Set<String> used = new HashSet<>(plan.gradients().values());
    plan.nodes().forEach(n -> used.addAll(n.inputs()));
    assertTrue(plan.nodes().stream().allMatch(n -> n.outputs().stream().anyMatch(used::contains)));
    assertTrue(plan.constants().stream().allMatch(c -> used.contains(c.name())));
  }

  @Test
  void aSinkBehindTheSourceIsSaid() {
    String message = refused(SampleModels.classifier(), "conv", "features");
    assertTrue(message.contains("'features' does not lead to conv"), message);
    assertTrue(refused(SampleModels.classifier(), "logits", "nothing").contains("no value 'nothing'"));
  }

  @Test
  void wholeNumbersCarryNoGradient() {
    OnnxModel model = model(13, new GraphBuilder("g").input("x", DataType.FLOAT, "2, 3").input("i", DataType.INT64, "1")
        .node(NodeBuilder.of("ArgMax").inputs("x").outputs("best").intValue("axis", 1))
        .node(NodeBuilder.of("Cast").inputs("best").outputs("y").intValue("to", 1))
        .output("y", DataType.FLOAT, "2, 1"));
    assertTrue(refused(model, "y", "x").contains("except through whole numbers"), refused(model, "y", "x"));
    assertTrue(refused(model, "y", "i").contains("'i' holds int64"), refused(model, "y", "i"));
    assertTrue(refused(model, "best", "x").contains("'best' holds int64"));
  }

  @Test
  void allNodesWithoutRuleAreNamedAtOnce() {
    Graph branch = new GraphBuilder("b").node(NodeBuilder.of("Neg").inputs("c").outputs("n"))
        .output("n", DataType.FLOAT, "2").build();
    OnnxModel model = new ModelBuilder(new GraphBuilder("g").input("x", DataType.FLOAT, "2")
        .input("f", DataType.BOOL, "").node(NodeBuilder.of("Odd").domain("com.example").name("o1").inputs("x")
            .outputs("a")).node(NodeBuilder.of("Odd").domain("com.example").inputs("a").outputs("b"))
        .node(NodeBuilder.of("Relu").name("fine").inputs("b").outputs("c"))
        .node(NodeBuilder.of("If").name("choice").inputs("f").outputs("y").graph("then_branch", branch)
            .graph("else_branch", branch)).output("y", DataType.FLOAT, "2").build(), 13).opset("com.example", 1)
        .build();
    MissingRulesException e = assertThrows(MissingRulesException.class, () -> plan(model, "y", "x"));
    assertEquals(List.of("com.example.Odd", "com.example.Odd", "If"),
        e.missing().stream().map(m -> m.node().qualifiedType()).toList());
    assertTrue(e.getMessage().contains("com.example.Odd: 'o1', #1 -> b; If: 'choice'"), e.getMessage());
  }

  @Test
  void whatARuleCannotDoIsSaidBeforehand() {
    OnnxModel model = model(13, new GraphBuilder("g").input("x", DataType.FLOAT, "2, 3").input("w", DataType.INT64, "4")
        .node(NodeBuilder.of("Pad").name("p").inputs("x", "w").outputs("y").string("mode", "reflect"))
        .output("y", DataType.FLOAT, "4, 5"));
    MissingRulesException e = assertThrows(MissingRulesException.class, () -> plan(model, "y", "x"));
    assertTrue(e.missing().get(0).reason().orElseThrow().contains("operator set 16"), e.getMessage());
    OnnxModel unknown = model(13, new GraphBuilder("g").input("x", DataType.FLOAT, "2, 3")
        .input(new ValueInfo("w", new ValueType.TensorType(DataType.FLOAT, Optional.empty())))
        .node(NodeBuilder.of("Add").inputs("x", "w").outputs("y")).output(
            new ValueInfo("y", ValueType.UNKNOWN)));
    assertTrue(refused(unknown, "y", "x").contains("the shape of 'y' is not known"));
  }

  @Test
  void onlyWhatLiesBetweenNeedsARule() throws Exception {
    OnnxModel model = new ModelBuilder(new GraphBuilder("g").input("x", DataType.FLOAT, "2")
        .node(NodeBuilder.of("Odd").domain("com.example").inputs("x").outputs("a"))
        .node(NodeBuilder.of("Relu").inputs("a").outputs("b"))
        .node(NodeBuilder.of("Odd").domain("com.example").inputs("b").outputs("y")).output("y", DataType.FLOAT, "2")
        .build(), 13).opset("com.example", 1).build();
    assertEquals(Set.of("a"), plan(model, "b", "a").gradients().keySet());
  }

  /** A value that is source and sink: the cotangent itself. */
  @Test
  void theGradientOfAValueByItself() throws Exception {
    GradientPlan plan = plan(SampleModels.classifier(), "relu", "relu");
    assertEquals(1, plan.nodes().size());
    assertTrue(plan.nodes().get(0).is("Identity"));
  }

  @Test
  void contributedRulesTakePart() throws Exception {
    OnnxModel model = new ModelBuilder(new GraphBuilder("g").input("x", DataType.FLOAT, "2")
        .node(NodeBuilder.of("Twice").domain("com.example").inputs("x").outputs("y"))
        .output("y", DataType.FLOAT, "2").build(), 13).opset("com.example", 4).build();
    RuleRegistry registry = RuleRegistry.standard()
        .with("plain", "com.example", "Twice", 3, c -> c.give(0, c.emit().mul(c.cotangent(), 2)))
        .with("mine", "", "Relu", 1, c -> c.give(0, c.cotangent()));
    assertEquals(List.of("plain", "guided", "deconvnet", "mine"), registry.ids());
    for (String set : registry.ids()) {
      assertEquals(Coverage.Status.EXACT,
          Coverage.of(model, ShapeFacts.inferred(model), registry.set(set)).nodes().get(0).status());
    }
    assertTrue(assertThrows(IllegalArgumentException.class, () -> registry.set("other")).getMessage()
        .contains("plain, guided, deconvnet, mine"));
    OnnxModel older = new ModelBuilder(model.graph(), 13).opset("com.example", 2).build();
    assertThrows(MissingRulesException.class, () -> BackwardGraph.build(older, ShapeFacts.inferred(older),
        registry.set("plain"), GradientRequest.of("y", "x")), "the rule is for newer versions");
  }

  /** What is computed from shapes is no way for a gradient, and needs no rule. */
  @Test
  void shapeComputationsAreLeftAlone() throws Exception {
    OnnxModel model = model(13, new GraphBuilder("g").input("x", DataType.FLOAT, "N, 4")
        .initializer("first", ArrayTensor.of(Shape.of(1), 0L)).initializer("rest", ArrayTensor.of(Shape.of(1), -1L))
        .node(NodeBuilder.of("Shape").inputs("x").outputs("shape"))
        .node(NodeBuilder.of("Gather").inputs("shape", "first").outputs("n"))
        .node(NodeBuilder.of("Concat").inputs("n", "rest").outputs("target").intValue("axis", 0))
        .node(NodeBuilder.of("Reshape").inputs("x", "target").outputs("y")).output("y", DataType.FLOAT, "N, 4"));
    Coverage coverage = Coverage.of(model, ShapeFacts.inferred(model), PLAIN);
    assertEquals(List.of(Coverage.Status.NOT_NEEDED, Coverage.Status.NOT_NEEDED, Coverage.Status.NOT_NEEDED,
        Coverage.Status.EXACT), coverage.nodes().stream().map(Coverage.Entry::status).toList());
    assertEquals(Set.of("x"), plan(model, "y", "x").gradients().keySet());
  }
}
