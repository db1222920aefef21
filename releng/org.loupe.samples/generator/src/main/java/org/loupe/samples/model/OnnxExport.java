/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.model;

import java.util.List;
import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.samples.picture.PicturePainter;

/** The network as an operator graph: {@code picture} [N, 3, H, W] to {@code probabilities} [N, classes]. */
public final class OnnxExport {
  public static final String INPUT = "picture";
  public static final String OUTPUT = "probabilities";
  public static final String LOGITS = "logits";
  /** The dense layer's weights, [classes, channels]. */
  public static final String DENSE = "dense.weight";
  private static final long OPSET = 17;

  private OnnxExport() {
  }

  /** The value that the dense layer pools: the last stage's maps. */
  public static String features() {
    return "conv" + Architecture.STAGES.size() + ".relu";
  }

  public static OnnxModel model(Weights weights, String name, String description) {
    int size = PicturePainter.SIZE;
    int classes = Architecture.CLASSES.size();
    GraphBuilder graph = new GraphBuilder(name).input(INPUT, DataType.FLOAT, "batch, 3, " + size + ", " + size)
        .output(OUTPUT, DataType.FLOAT, "batch, " + classes);
    String value = INPUT;
    int channels = 3;
    for (int i = 0; i < Architecture.STAGES.size(); i++) {
      value = stage(graph, "conv" + (i + 1), Architecture.STAGES.get(i), value, channels, weights, i);
      channels = Architecture.STAGES.get(i).channels();
    }
    graph.initializer(DENSE, ArrayTensor.of(Shape.of(classes, channels), weights.dense()));
    graph.initializer("dense.bias", ArrayTensor.of(Shape.of(classes), weights.denseBias()));
    graph.node(NodeBuilder.of("GlobalAveragePool").name("pool").inputs(value).outputs("pooled"));
    graph.node(NodeBuilder.of("Flatten").name("flatten").inputs("pooled").outputs("flat").intValue("axis", 1));
    graph.node(NodeBuilder.of("Gemm").name("dense").inputs("flat", DENSE, "dense.bias").outputs(LOGITS)
        .intValue("transB", 1));
    graph.node(NodeBuilder.of("Softmax").name("softmax").inputs(LOGITS).outputs(OUTPUT).intValue("axis", 1));
    return new ModelBuilder(graph.build(), OPSET).producer("Loupe sample generator").description(description)
        .metadata("classes", String.join(",", Architecture.CLASSES)).build();
  }

  private static String stage(GraphBuilder graph, String name, Architecture.Stage stage, String value, int channels,
      Weights weights, int index) {
    long kernel = stage.kernel();
    long padding = kernel / 2;
    graph.initializer(name + ".weight",
        ArrayTensor.of(Shape.of(stage.channels(), channels, kernel, kernel), weights.kernels().get(index)));
    graph.initializer(name + ".bias", ArrayTensor.of(Shape.of(stage.channels()), weights.biases().get(index)));
    graph.node(NodeBuilder.of("Conv").name(name).inputs(value, name + ".weight", name + ".bias").outputs(name + ".out")
        .ints("kernel_shape", kernel, kernel).ints("strides", stage.stride(), stage.stride())
        .ints("pads", padding, padding, padding, padding));
    graph.node(NodeBuilder.of("Relu").name(name + "_relu").inputs(name + ".out").outputs(name + ".relu"));
    if (!stage.pool()) {
      return name + ".relu";
    }
    graph.node(NodeBuilder.of("MaxPool").name(name + "_pool").inputs(name + ".relu").outputs(name + ".pool")
        .ints("kernel_shape", 2, 2).ints("strides", 2, 2));
    return name + ".pool";
  }

  /** The classes that a metadata entry lists. */
  public static List<String> classes(OnnxModel model) {
    return List.of(model.header().metadata().get("classes").split(","));
  }
}
