/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

class ShapeInferenceTest {
  private static Map<String, List<Dim>> infer(GraphBuilder graph) throws IOException {
    return infer(new ModelBuilder(graph.build(), 17).build());
  }

  private static Map<String, List<Dim>> infer(OnnxModel model) throws IOException {
    return ShapeInference.infer(model, GraphIndex.of(model.graph()));
  }

  private static NodeBuilder node(String op, String out, String... in) {
    return NodeBuilder.of(op).inputs(in).outputs(out);
  }

  private static ArrayTensor longs(long... values) {
    return ArrayTensor.of(Shape.of(values.length), values);
  }

  @Test
  void theNameOfTheBatchIsCarriedThrough() throws IOException {
    Map<String, List<Dim>> shapes = infer(SampleModels.classifier());
    assertEquals(Dim.list("N, 2, 4, 4"), shapes.get("conv"));
    assertEquals(Dim.list("N, 2, 1, 1"), shapes.get("pooled"));
    assertEquals(Dim.list("N, 2"), shapes.get("features"));
    assertEquals(Dim.list("N, 3"), shapes.get("probabilities"));
    assertEquals(Dim.list("3, 2"), shapes.get("fc.weight"));
  }

  /** How exporters write {@code x.view(x.size(0), -1)}. */
  @Test
  void shapesComputedFromShapesAreFollowed() throws IOException {
    Map<String, List<Dim>> shapes = infer(new GraphBuilder("g").input("x", DataType.FLOAT, "N, 2, 5")
        .initializer("zero", ArrayTensor.of(Shape.of(), 0L)).initializer("minus", longs(-1))
        .initializer("axes", longs(0))
        .node(node("Shape", "s", "x")).node(node("Gather", "n", "s", "zero").intValue("axis", 0))
        .node(node("Unsqueeze", "n1", "n", "axes")).node(node("Concat", "target", "n1", "minus").intValue("axis", 0))
        .node(node("Reshape", "y", "x", "target")));
    assertEquals(Dim.list("N, 10"), shapes.get("y"));
    assertEquals(Dim.list("2"), shapes.get("target"));
  }

  @Test
  void whatIsNotCertainIsUnknown() throws IOException {
    Map<String, List<Dim>> shapes = infer(new GraphBuilder("g").input("x", DataType.FLOAT, "N, 4, 7, 7")
        .input("z", DataType.FLOAT, "M, 4, 7, 7").input("shape", DataType.INT64, "2")
        .input("zero", DataType.FLOAT, "0, 3")
        .initializer("back", longs(-1)).initializer("max", longs(Long.MAX_VALUE)).initializer("one", longs(1))
        .node(node("MaxPool", "pool", "x").ints("kernel_shape", 2, 2).ints("strides", 2, 2).intValue("ceil_mode", 1))
        .node(node("Add", "sum", "x", "z")).node(node("Reshape", "dynamic", "x", "shape"))
        .node(node("Custom", "custom", "x").domain("com.example")).node(node("Relu", "empty", "zero"))
        .node(node("Slice", "reversed", "x", "back", "max", "one", "back"))
        .node(node("Transpose", "wrong", "x").ints("perm", 0, 9, 1, 2))
        .node(node("Flatten", "mistyped", "x").string("axis", "one")));
    assertEquals(Dim.list("N, 4, ?, ?"), shapes.get("pool"));
    assertEquals(Dim.list("?, 4, 7, 7"), shapes.get("sum"));
    assertEquals(Dim.list("?, 3"), shapes.get("empty"));
    assertEquals(Dim.list("N, ?, 7, 7"), shapes.get("reversed"));
    for (String value : List.of("dynamic", "custom", "wrong", "mistyped")) {
      assertNull(shapes.get(value), value);
    }
  }

  @Test
  void declaredShapesFillGapsButDoNotContradict() throws IOException {
    Map<String, List<Dim>> shapes = infer(new GraphBuilder("g").input("x", DataType.FLOAT, "N, 4")
        .valueInfo(ValueInfo.tensor("a", DataType.FLOAT, Dim.list("8, 4")))
        .valueInfo(ValueInfo.tensor("b", DataType.FLOAT, Dim.list("k, 5")))
        .valueInfo(ValueInfo.tensor("c", DataType.FLOAT, Dim.list("2, 2, 2")))
        .valueInfo(ValueInfo.tensor("d", DataType.FLOAT, Dim.list("3, n")))
        .valueInfo(new ValueInfo("e", new ValueType.TensorType(DataType.FLOAT, Optional.empty())))
        .node(node("Relu", "a", "x")).node(node("Relu", "b", "x")).node(node("Relu", "c", "x"))
        .node(node("Custom", "d", "x")).node(node("Relu", "e", "x")));
    assertEquals(Dim.list("8, 4"), shapes.get("a"));
    assertEquals(Dim.list("N, ?"), shapes.get("b"));
    assertNull(shapes.get("c"));
    assertEquals(Dim.list("3, n"), shapes.get("d"));
    assertEquals(Dim.list("N, 4"), shapes.get("e"));
  }
}
