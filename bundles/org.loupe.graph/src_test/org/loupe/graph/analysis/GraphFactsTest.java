/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

class GraphFactsTest {
  private static NodeBuilder node(String op, String in, String out) {
    return NodeBuilder.of(op).inputs(in).outputs(out);
  }

  private static Optional<FinalActivation> activation(long opset, NodeBuilder... nodes) {
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.FLOAT, "2, 3").output("y", DataType.FLOAT, "2, 3");
    for (NodeBuilder n : nodes) {
      graph.node(n);
    }
    OnnxModel model = new ModelBuilder(graph.build(), opset).build();
    return FinalActivation.of(model, GraphIndex.of(model.graph()), "y");
  }

  @Test
  void finalSoftmaxIsFoundThroughHarmlessNodes() {
    FinalActivation found = activation(17, node("Gemm", "x", "logits"), node("Softmax", "logits", "p"),
        node("Cast", "p", "c").intValue("to", DataType.FLOAT16.code()), node("Identity", "c", "i"),
        NodeBuilder.of("Reshape").inputs("i", "shape").outputs("y")).orElseThrow();
    assertEquals(FinalActivation.Kind.SOFTMAX, found.kind());
    assertEquals(Optional.of("logits"), found.logits());
    assertEquals(OptionalInt.of(-1), found.axis());
    assertEquals(List.of("Cast", "Identity", "Reshape"), found.after().stream().map(Node::opType).toList());
  }

  @Test
  void theDefaultAxisDependsOnTheOperatorSet() {
    assertEquals(OptionalInt.of(1), activation(12, node("LogSoftmax", "x", "y")).orElseThrow().axis());
    assertEquals(OptionalInt.of(-1), activation(13, node("LogSoftmax", "x", "y")).orElseThrow().axis());
    assertEquals(OptionalInt.of(2), activation(13, node("Softmax", "x", "y").intValue("axis", 2)).orElseThrow().axis());
    FinalActivation sigmoid = activation(13, node("Sigmoid", "x", "y")).orElseThrow();
    assertEquals(FinalActivation.Kind.SIGMOID, sigmoid.kind());
    assertEquals(OptionalInt.empty(), sigmoid.axis());
  }

  @Test
  void whatChangesTheScoresHidesTheActivation() {
    assertEquals(Optional.empty(), activation(17, node("Softmax", "x", "p"), node("Relu", "p", "y")));
    assertEquals(Optional.empty(), activation(17, node("Sigmoid", "x", "p"), node("Cast", "p", "y").intValue("to", 7)));
    assertEquals(Optional.empty(), activation(17, node("Softmax", "x", "y").domain("com.example")));
    assertEquals(Optional.empty(), activation(17, node("Identity", "y", "y")), "a cycle ends");
    assertEquals(Optional.empty(), activation(17), "an output that nothing gives");
  }

  @Test
  void classifiersHaveNoLogits() {
    NodeBuilder trees = NodeBuilder.of("TreeEnsembleClassifier").domain("ai.onnx.ml").inputs("x").outputs("label", "p");
    FinalActivation scores = activation(17, trees, node("ZipMap", "p", "y").domain("ai.onnx.ml")).orElseThrow();
    assertEquals(FinalActivation.Kind.CLASSIFIER_SCORES, scores.kind());
    assertEquals(Optional.empty(), scores.logits());
    assertEquals(FinalActivation.Kind.CLASSIFIER_LABEL,
        activation(17, trees, node("Identity", "label", "y")).orElseThrow().kind());
  }

  @Test
  void parametersCountSharedWeightsOnce() {
    Graph branch = new GraphBuilder("b").output("o", DataType.FLOAT, "4")
        .initializer("inner", ArrayTensor.of(Shape.of(4), 1f, 2f, 3f, 4f)).node(node("Identity", "inner", "o")).build();
    GraphIndex index = GraphIndex.of(new GraphBuilder("g").input("x", DataType.FLOAT, "2, 3")
        .initializer("w", ArrayTensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, 5f, 6f))
        .initializer("q", ArrayTensor.convert(ElementType.INT8, Shape.of(5), 1, 2, 3, 4, 5))
        .initializer("shape", ArrayTensor.of(Shape.of(2), 2L, 2L))
        .initializer("scale", ArrayTensor.of(Shape.of(), 0.5f))
        .node(node("Identity", "w", "alias"))
        .node(NodeBuilder.of("MatMul").inputs("x", "w").outputs("a"))
        .node(NodeBuilder.of("MatMul").inputs("x", "alias").outputs("b"))
        .node(NodeBuilder.of("Reshape").inputs("b", "shape").outputs("c"))
        .node(NodeBuilder.of("Mul").inputs("w", "alias").outputs("d"))
        .node(NodeBuilder.of("If").inputs("x").outputs("e").graph("then_branch", branch)).build());
    Parameters parameters = new Parameters(index);
    assertEquals(6 + 5 + 4, parameters.total());
    assertEquals(List.of(6L, 6L, 6L, 0L, 6L, 4L), index.graph().nodes().stream().map(parameters::of).toList());
  }

  @Test
  void scopesComeFromNodeNames() {
    List<Node> nodes = SampleModels.classifier().graph().nodes();
    assertEquals(List.of("block", "conv"), Scope.of(nodes.get(0)));
    assertEquals(List.of(), Scope.of(nodes.get(4)));
    assertEquals(List.of(), Scope.of(NodeBuilder.of("Relu").build(0)));
    assertEquals(List.of("a"), Scope.of(NodeBuilder.of("Relu").name("a//b").build(0)));
  }

  @Test
  void producersConsumersAndConstants() throws IOException {
    Graph body = new GraphBuilder("body").output("o", DataType.FLOAT, "")
        .node(NodeBuilder.of("Add").inputs("w", "w").outputs("o")).build();
    GraphIndex index = GraphIndex.of(new GraphBuilder("g").input("x", DataType.FLOAT, "2")
        .output(new ValueInfo("y", ValueType.UNKNOWN))
        .initializer("w", ArrayTensor.of(Shape.of(2), 3f, 4f))
        .node(NodeBuilder.of("Constant").outputs("five").intValue("value_int", 5))
        .node(NodeBuilder.of("Constant").outputs("list").floats("value_floats", 1, 2))
        .node(node("Identity", "five", "alias"))
        .node(NodeBuilder.of("Mul").inputs("x", "x").outputs("y"))
        .node(NodeBuilder.of("Loop").inputs("x").outputs("looped").graph("body", body))
        .node(node("Relu", "looped", "unused")).build());
    assertEquals("Mul", index.producer("y").orElseThrow().opType());
    assertTrue(index.producer("x").isEmpty());
    assertEquals(List.of("Mul", "Loop"), index.consumers("x").stream().map(Node::opType).toList());
    assertEquals(List.of("Loop"), index.consumers("w").stream().map(Node::opType).toList());
    assertEquals(5, ConstantReader.tensor(index.constant("alias").orElseThrow()).get(0));
    assertEquals(2, index.constant("list").orElseThrow().size());
    assertTrue(index.constant("x").isEmpty());
    assertEquals(Set.of("five", "list", "alias", "looped", "unused"), DeadValues.of(index));
    assertTrue(index.has("w") && index.has("x") && index.has("y") && !index.has("z"));
  }
}
