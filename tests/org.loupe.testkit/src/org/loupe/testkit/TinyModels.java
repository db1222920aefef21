/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Models small enough to work out by hand, as ONNX of opset 13. */
public final class TinyModels {
  private static final long OPSET = 13;

  private TinyModels() {
  }

  /**
   * Two dense layers with a ReLU between: {@code y = W2 relu(W1 x + b1) + b2} with W1 all ones (4 x 3), b1 (-10, 1, 1,
   * 1), W2 all ones (2 x 4), b2 (-1, 1). Input {@code x} [batch, 3], layers {@code hidden} and {@code active}, output
   * {@code y} [batch, 2].
   */
  public static OnnxModel denseRelu() {
    return model(new GraphBuilder("dense-relu")
        .input("x", DataType.FLOAT, "batch, 3")
        .initializer("w1", ArrayTensor.of(Shape.of(3, 4), ones(12)))
        .initializer("b1", ArrayTensor.of(Shape.of(4), -10f, 1f, 1f, 1f))
        .initializer("w2", ArrayTensor.of(Shape.of(4, 2), ones(8)))
        .initializer("b2", ArrayTensor.of(Shape.of(2), -1f, 1f))
        .node(NodeBuilder.of("Gemm").name("dense1").inputs("x", "w1", "b1").outputs("hidden"))
        .node(NodeBuilder.of("Relu").name("relu").inputs("hidden").outputs("active"))
        .node(NodeBuilder.of("Gemm").name("dense2").inputs("active", "w2", "b2").outputs("y"))
        .output("y", DataType.FLOAT, "batch, 2"));
  }

  /** The answer of {@link #denseRelu} for one input of three numbers, in double precision. */
  public static double[] denseReluAnswer(double... x) {
    double sum = x[0] + x[1] + x[2];
    double hidden = Math.max(0, sum - 10) + 3 * Math.max(0, sum + 1);
    return new double[] {hidden - 1, hidden + 1};
  }

  /**
   * A 3 x 3 convolution of ones from one channel to two with bias (-50, -75), ReLU, a dense layer of alternating rows
   * (1, -1) turned round for the second channel, and a Softmax. Input {@code x} [batch, 1, 4, 4], layers
   * {@code conv} and {@code features} [batch, 2, 2, 2], {@code logits} [batch, 2], output {@code probabilities}.
   */
  public static OnnxModel convSoftmax() {
    float[] rows = {1, -1, 1, -1, 1, -1, 1, -1, -1, 1, -1, 1, -1, 1, -1, 1};
    return model(new GraphBuilder("conv-softmax")
        .input("x", DataType.FLOAT, "batch, 1, 4, 4")
        .initializer("kernel", ArrayTensor.of(Shape.of(2, 1, 3, 3), ones(18)))
        .initializer("bias", ArrayTensor.of(Shape.of(2), -50f, -75f))
        .initializer("rows", ArrayTensor.of(Shape.of(8, 2), rows))
        .node(NodeBuilder.of("Conv").name("body/conv").inputs("x", "kernel", "bias").outputs("conv"))
        .node(NodeBuilder.of("Relu").name("body/relu").inputs("conv").outputs("features"))
        .node(NodeBuilder.of("Flatten").name("head/flatten").inputs("features").outputs("flat"))
        .node(NodeBuilder.of("MatMul").name("head/dense").inputs("flat", "rows").outputs("logits"))
        .node(NodeBuilder.of("Softmax").name("head/softmax").inputs("logits").outputs("probabilities")
            .intValue("axis", 1))
        .output("probabilities", DataType.FLOAT, "batch, 2"));
  }

  /**
   * A 3 x 3 convolution of ones from one channel to two with bias (-50, -75), ReLU, a dense layer whose four classes
   * all weigh five places by 1 and three by -1, ReLU. Input {@code x} [batch, 1, 4, 4], layers {@code conv} and
   * {@code features} [batch, 2, 2, 2], {@code scores} [batch, 4], output {@code y} [batch, 4]. For 0 to 15 every class
   * has the score 54.
   */
  public static OnnxModel oneConv() {
    float[] dense = new float[32];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = i / 4 < 5 ? 1 : -1;
    }
    return model(new GraphBuilder("one-conv")
        .input("x", DataType.FLOAT, "batch, 1, 4, 4")
        .initializer("kernel", ArrayTensor.of(Shape.of(2, 1, 3, 3), ones(18)))
        .initializer("bias", ArrayTensor.of(Shape.of(2), -50f, -75f))
        .initializer("dense", ArrayTensor.of(Shape.of(8, 4), dense))
        .node(NodeBuilder.of("Conv").name("convolution").inputs("x", "kernel", "bias").outputs("conv"))
        .node(NodeBuilder.of("Relu").name("relu1").inputs("conv").outputs("features"))
        .node(NodeBuilder.of("Flatten").name("flatten").inputs("features").outputs("flat"))
        .node(NodeBuilder.of("MatMul").name("dense1").inputs("flat", "dense").outputs("scores"))
        .node(NodeBuilder.of("Relu").name("relu2").inputs("scores").outputs("y"))
        .output("y", DataType.FLOAT, "batch, 4"));
  }

  /**
   * Two channels, the input and its negative, in two ReLUs; global average pooling; and as head a dense layer, a 1 x 1
   * convolution, or nothing at all. Input {@code x} [batch, 1, 2, 3], layer {@code features} [batch, 2, 2, 3], output
   * {@code y}: the mean of what is positive times 2 less the mean of what is negative times 3, and the reverse; without
   * head, the two means.
   *
   * @param head {@code Gemm}, {@code Conv} or empty
   */
  public static OnnxModel pooled(String head) {
    GraphBuilder graph = new GraphBuilder("pooled" + (head.isEmpty() ? "" : "-" + head.toLowerCase(Locale.ROOT)))
        .input("x", DataType.FLOAT, "batch, 1, 2, 3")
        .initializer("kernel", ArrayTensor.of(Shape.of(2, 1, 1, 1), 1f, -1f))
        .node(NodeBuilder.of("Conv").name("conv").inputs("x", "kernel").outputs("both"))
        .node(NodeBuilder.of("Relu").name("relu").inputs("both").outputs("features"))
        .node(NodeBuilder.of("GlobalAveragePool").name("pool").inputs("features").outputs("means"));
    float[] weights = {2, -3, -2, 3};
    switch (head) {
      case "Gemm" -> graph.initializer("w", ArrayTensor.of(Shape.of(2, 2), weights))
          .node(NodeBuilder.of("Flatten").name("flatten").inputs("means").outputs("flat"))
          .node(NodeBuilder.of("Gemm").name("head").inputs("flat", "w").outputs("y").intValue("transB", 1));
      case "Conv" -> graph.initializer("w", ArrayTensor.of(Shape.of(2, 2, 1, 1), weights))
          .node(NodeBuilder.of("Conv").name("head").inputs("means", "w").outputs("wide"))
          .node(NodeBuilder.of("Flatten").name("flatten").inputs("wide").outputs("y"));
      default -> graph.node(NodeBuilder.of("Flatten").name("flatten").inputs("means").outputs("y"));
    }
    return model(graph.output("y", DataType.FLOAT, "batch, 2"));
  }

  /**
   * Two channels, the red of a picture and its negative, and what is positive of them; no class vector. Input
   * {@code picture} [batch, 3, 8, 8], layer {@code both} and output {@code maps} [batch, 2, 8, 8].
   */
  public static OnnxModel mapsOnly() {
    return model(new GraphBuilder("maps-only")
        .input("picture", DataType.FLOAT, "batch, 3, 8, 8")
        .initializer("kernel", ArrayTensor.of(Shape.of(2, 3, 1, 1), 1f, 0f, 0f, -1f, 0f, 0f))
        .node(NodeBuilder.of("Conv").name("conv").inputs("picture", "kernel").outputs("both"))
        .node(NodeBuilder.of("Relu").name("relu").inputs("both").outputs("maps"))
        .output("maps", DataType.FLOAT, "batch, 2, 8, 8"));
  }

  /**
   * A linear score of a colour picture: the mean over red less the mean over green, and the reverse, of the left half
   * only. Input {@code image} [batch, 3, 8, 8]; output {@code y} [batch, 2]. Each pixel's share is known in closed
   * form:
   * 1/32 of its red less its green in the left half, nothing in the right.
   */
  public static OnnxModel leftHalfRedness() {
    float[] weights = new float[3 * 64 * 2];
    for (int p = 0; p < 64; p++) {
      float share = p % 8 < 4 ? 1 / 32f : 0;
      weights[p * 2] = share;
      weights[p * 2 + 1] = -share;
      weights[(64 + p) * 2] = -share;
      weights[(64 + p) * 2 + 1] = share;
    }
    return model(new GraphBuilder("left-half-redness")
        .input("image", DataType.FLOAT, "batch, 3, 8, 8")
        .initializer("weights", ArrayTensor.of(Shape.of(192, 2), weights))
        .node(NodeBuilder.of("Flatten").name("flatten").inputs("image").outputs("flat"))
        .node(NodeBuilder.of("MatMul").name("dense").inputs("flat", "weights").outputs("y"))
        .output("y", DataType.FLOAT, "batch, 2"));
  }

  /**
   * Many channels, and maps of one place: a 1 x 1 convolution of a colour picture to 4096 channels, the first of which
   * is its red and the others nothing, {@code wide} [batch, 4096, 8, 8]; their means {@code dots} [batch, 4096, 1, 1];
   * the same as a vector {@code flat} [batch, 4096]; output {@code y} [batch, 2]: their sum and its negative.
   */
  public static OnnxModel manyChannels() {
    int channels = 4096;
    float[] kernel = new float[channels * 3];
    kernel[0] = 1;
    float[] sum = new float[channels * 2];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = i % 2 == 0 ? 1 : -1;
    }
    return model(new GraphBuilder("many-channels")
        .input("image", DataType.FLOAT, "batch, 3, 8, 8")
        .initializer("kernel", ArrayTensor.of(Shape.of(channels, 3, 1, 1), kernel))
        .initializer("sum", ArrayTensor.of(Shape.of(channels, 2), sum))
        .node(NodeBuilder.of("Conv").name("conv").inputs("image", "kernel").outputs("wide"))
        .node(NodeBuilder.of("GlobalAveragePool").name("pool").inputs("wide").outputs("dots"))
        .node(NodeBuilder.of("Flatten").name("flatten").inputs("dots").outputs("flat"))
        .node(NodeBuilder.of("MatMul").name("dense").inputs("flat", "sum").outputs("y"))
        .output("y", DataType.FLOAT, "batch, 2"));
  }

  /**
   * The logarithm of what is never more than -1: {@code nothing} [batch, 3, 8, 8] is NaN everywhere for any picture
   * {@code image} of that shape, and so is {@code y} [batch, 3], its means.
   */
  public static OnnxModel notANumber() {
    return model(new GraphBuilder("not-a-number")
        .input("image", DataType.FLOAT, "batch, 3, 8, 8")
        .initializer("one", ArrayTensor.of(Shape.of(1), 1f))
        .node(NodeBuilder.of("Abs").name("abs").inputs("image").outputs("positive"))
        .node(NodeBuilder.of("Neg").name("neg").inputs("positive").outputs("negative"))
        .node(NodeBuilder.of("Sub").name("sub").inputs("negative", "one").outputs("below"))
        .node(NodeBuilder.of("Log").name("log").inputs("below").outputs("nothing"))
        .node(NodeBuilder.of("GlobalAveragePool").name("pool").inputs("nothing").outputs("means"))
        .node(NodeBuilder.of("Flatten").name("flatten").inputs("means").outputs("y"))
        .output("y", DataType.FLOAT, "batch, 3"));
  }

  /**
   * The determinants of the three colours of a picture {@code image} [batch, 3, 8, 8], an operator without a rule of
   * differentiation: layer {@code volumes} [batch, 3], output {@code y} [batch, 3], its rectified values.
   */
  public static OnnxModel determinants() {
    return model(new GraphBuilder("determinants")
        .input("image", DataType.FLOAT, "batch, 3, 8, 8")
        .node(NodeBuilder.of("Det").name("det").inputs("image").outputs("volumes"))
        .node(NodeBuilder.of("Relu").name("relu").inputs("volumes").outputs("y"))
        .output("y", DataType.FLOAT, "batch, 3"));
  }

  /** Writes a model into a folder as {@code <graph name>.onnx}. */
  public static Path write(OnnxModel model, Path folder) throws IOException {
    Path file = folder.resolve(model.graph().name() + ".onnx");
    OnnxWriter.write(model, file);
    return file;
  }

  private static OnnxModel model(GraphBuilder builder) {
    Graph graph = builder.build();
    return new ModelBuilder(graph, OPSET).producer("org.loupe.testkit").build();
  }

  private static float[] ones(int n) {
    float[] out = new float[n];
    java.util.Arrays.fill(out, 1);
    return out;
  }
}
