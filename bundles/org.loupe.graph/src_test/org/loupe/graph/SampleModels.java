/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.TextTensor;

/** Small models for tests. */
public final class SampleModels {
  private SampleModels() {
  }

  /** x [N, 1, 4, 4] to a convolution, Relu, pooling, Gemm and Softmax over three classes. */
  public static OnnxModel classifier() {
    float[] kernel = new float[2 * 9];
    float[] dense = new float[3 * 2];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) Math.sin(i + 1);
    }
    for (int i = 0; i < dense.length; i++) {
      dense[i] = i - 2.5f;
    }
    return new ModelBuilder(new GraphBuilder("classifier")
        .input("x", DataType.FLOAT, "N, 1, 4, 4")
        .output("probabilities", DataType.FLOAT, "N, 3")
        .valueInfo(ValueInfo.tensor("relu", DataType.FLOAT, Dim.list("N, 2, 4, 4")))
        .initializer("conv.weight", ArrayTensor.of(Shape.of(2, 1, 3, 3), kernel))
        .initializer("fc.weight", ArrayTensor.of(Shape.of(3, 2), dense))
        .initializer("fc.bias", ArrayTensor.of(Shape.of(3), 0.5f, -0.5f, 0.25f))
        .node(NodeBuilder.of("Conv").name("/block/conv/Conv").inputs("x", "conv.weight").outputs("conv")
            .ints("pads", 1, 1, 1, 1).ints("kernel_shape", 3, 3))
        .node(NodeBuilder.of("Relu").name("/block/relu/Relu").inputs("conv").outputs("relu"))
        .node(NodeBuilder.of("GlobalAveragePool").name("pool").inputs("relu").outputs("pooled"))
        .node(NodeBuilder.of("Flatten").name("flatten").inputs("pooled").outputs("features"))
        .node(NodeBuilder.of("Gemm").name("fc").inputs("features", "fc.weight", "fc.bias").outputs("logits")
            .intValue("transB", 1))
        .node(NodeBuilder.of("Softmax").name("softmax").inputs("logits").outputs("probabilities").intValue("axis", -1))
        .build(), 17).producer("tests").metadata("classes", "a,b,c").description("three classes").build();
  }

  /** A model with all that a file can say: every attribute and value type, subgraphs, functions, sparse weights. */
  public static OnnxModel everything() {
    Graph branch = new GraphBuilder("branch").output("b", DataType.FLOAT, "")
        .initializer("inner", ArrayTensor.of(Shape.of(2), 1f, 2f))
        .node(NodeBuilder.of("ReduceSum").inputs("inner").outputs("b")).build();
    Initializer values = Initializer.of("sparse", ArrayTensor.of(Shape.of(2), 5f, 7f));
    Initializer indices = Initializer.of("", ArrayTensor.of(Shape.of(2), 1L, 5L));
    Initializer sparse = new Initializer("sparse", DataType.FLOAT, Shape.of(2, 3),
        new TensorStorage.Sparse(values, indices));
    GraphBuilder graph = new GraphBuilder("all").input("x", DataType.FLOAT16, "batch, ?, 3")
        .input(new ValueInfo("unranked", new ValueType.TensorType(DataType.INT64, Optional.empty())))
        .input(new ValueInfo("untyped", ValueType.UNKNOWN))
        .output(new ValueInfo("seq", new ValueType.SequenceType(new ValueType.MapType(DataType.INT64,
            new ValueType.TensorType(DataType.FLOAT, Optional.of(List.of()))))))
        .output(new ValueInfo("opt", new ValueType.OptionalType(
            new ValueType.SparseTensorType(DataType.FLOAT8E4M3FN, Optional.of(Dim.list("2, n"))))))
        .output(new ValueInfo("opaque", new ValueType.OpaqueType("d", "n")))
        .initializer("text", new TextTensor(Shape.of(2), List.of("grün", "")))
        .initializer("empty", ArrayTensor.of(Shape.of(0, 3), new float[0]))
        .initializer(sparse);
    for (ElementType t : ElementType.values()) {
      if (t != ElementType.STRING) {
        graph.initializer("w_" + t, ArrayTensor.convert(t, Shape.of(2, 1), 1, 0));
      }
    }
    graph.node(NodeBuilder.of("Custom").domain("com.example").name("n").inputs("x", "", "sparse")
        .outputs("seq", "", "opt").intValue("i", Long.MIN_VALUE).ints("is", -1, 0, Long.MAX_VALUE).ints("none")
        .floatValue("f", -0f).floats("fs", 1.5f, Float.NEGATIVE_INFINITY).string("s", "täxt").strings("ss", "a", "")
        .tensor("t", ArrayTensor.of(Shape.of(), 4.5)).graph("g", branch)
        .attribute("gs", new Attribute.GraphList(List.of(branch, branch)))
        .attribute("ts", new Attribute.TensorList(List.of(Initializer.of("q", ArrayTensor.of(Shape.of(1), 9L)))))
        .attribute("sp", new Attribute.TensorValue(sparse))
        .attribute("tp", new Attribute.TypeValue(new ValueType.TensorType(DataType.INT4, Optional.of(Dim.list("1")))))
        .attribute("tps", new Attribute.TypeList(List.of(ValueType.UNKNOWN))));
    Node inner = NodeBuilder.of("Elu").inputs("a").outputs("b").attribute("alpha", new Attribute.Reference("slope", 1))
        .build(0);
    return new ModelBuilder(graph.build(), 21).opset("com.example", 3).irVersion(10)
        .metadata("", "empty key").metadata("k", "").description("d")
        .function(new GraphFunction("com.example", "Soft", "v2", List.of("a"), List.of("b"), List.of("slope"),
            Map.of("beta", new Attribute.FloatValue(2)), Map.of("", 21L), List.of(inner))).build();
  }
}
