/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.graph.DataType;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardGraph;
import org.loupe.graph.gradient.GradientPlan;
import org.loupe.graph.gradient.GradientRequest;
import org.loupe.graph.gradient.ModelPreparation;
import org.loupe.graph.gradient.RuleRegistry;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.graph.onnx.ModelExtension;
import org.loupe.graph.onnx.OnnxReader;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Gradients of small networks whose values are known from literature or worked out by hand. */
class KnownGradientsTest {
  @TempDir
  Path folder;

  /** x [1, 1, 4, 4] to a convolution with ones, Relu, a dense layer and Relu. */
  private static GraphBuilder oneConvolution() {
    float[] ones = new float[18];
    Arrays.fill(ones, 1);
    float[] dense = new float[4 * 8];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = i % 8 < 5 ? 1 : -1;
    }
    return new GraphBuilder("oc").input("x", DataType.FLOAT, "N, 1, 4, 4").output("y", DataType.FLOAT, "N, 4")
        .initializer("w", ArrayTensor.of(Shape.of(2, 1, 3, 3), ones))
        .initializer("b", ArrayTensor.of(Shape.of(2), -50f, -75f))
        .initializer("fc", ArrayTensor.of(Shape.of(4, 8), dense))
        .node(NodeBuilder.of("Conv").inputs("x", "w", "b").outputs("conv"))
        .node(NodeBuilder.of("Relu").inputs("conv").outputs("active"))
        .node(NodeBuilder.of("Flatten").inputs("active").outputs("flat"))
        .node(NodeBuilder.of("Gemm").inputs("flat", "fc").outputs("logits").intValue("transB", 1))
        .node(NodeBuilder.of("Relu").inputs("logits").outputs("y"));
  }

  private static ArrayTensor pixels() {
    float[] x = new float[16];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    return ArrayTensor.of(Shape.of(1, 1, 4, 4), x);
  }

  private Map<String, Tensor> gradients(String rules, String... sinks) throws Exception {
    OnnxModel model = OnnxReader.read(write(new ModelBuilder(oneConvolution().build(), 13).build()));
    GradientPlan plan = BackwardGraph.build(model, ShapeFacts.inferred(model), RuleRegistry.standard().set(rules),
        GradientRequest.of("y", sinks));
    Map<String, Tensor> inputs = Map.of("x", pixels(), plan.cotangents().get("y"),
        ArrayTensor.of(Shape.of(1, 4), 1f, 0, 0, 0));
    ModelExtension extension = plan.extension().orElseThrow();
    try (Session session = new Session(Session.bytes(extension.toBuffer()))) {
      Map<String, Tensor> outputs = session.run(inputs);
      assertEquals(54, outputs.get("y").get(0), 1e-5);
      Map<String, Tensor> bySink = new HashMap<>();
      plan.gradients().forEach((sink, output) -> bySink.put(sink, outputs.get(output)));
      return bySink;
    }
  }

  private Path write(OnnxModel model) throws Exception {
    Path file = folder.resolve("m.onnx");
    OnnxWriter.write(model, file);
    return file;
  }

  @Test
  void guidedBackpropagation() throws Exception {
    assertArrayEquals(new float[] {0, 1, 1, 1, 1, 3, 3, 2, 1, 3, 3, 2, 1, 2, 2, 1},
        gradients("guided", "x").get("x").toFloats());
  }

  /** Activations 0 4 28 37 / 0 0 3 12, weights 1 1 1 1 / 1 -1 -1 -1: by hand. */
  @Test
  void plainGradientByInputAndLayers() throws Exception {
    Map<String, Tensor> g = gradients("plain", "x", "conv", "active");
    assertArrayEquals(new float[] {1, 1, 1, 1, 1, -1, -1, -1}, g.get("active").toFloats());
    float[] conv = g.get("conv").toFloats();
    float[] expected = new float[16];
    for (int i = 0; i < 8; i++) {
      for (int k = 0; k < 9; k++) {
        expected[(i % 4 / 2 + k / 3) * 4 + i % 2 + k % 3] += conv[i];
      }
    }
    assertArrayEquals(expected, g.get("x").toFloats());
    assertFalse(Arrays.equals(conv, g.get("active").toFloats()), "some units are off");
  }

  /** The rectified cotangent passes whether or not the unit was on. */
  @Test
  void deconvolution() throws Exception {
    Map<String, Tensor> g = gradients("deconvnet", "conv", "active");
    assertArrayEquals(new float[] {1, 1, 1, 1, 1, -1, -1, -1}, g.get("active").toFloats());
    assertArrayEquals(new float[] {1, 1, 1, 1, 1, 0, 0, 0}, g.get("conv").toFloats());
  }

  /** One graph serves every class, and the layers' gradients are those that Grad-CAM averages. */
  @Test
  void severalLayersAtOnceAndGradCam() throws Exception {
    Map<String, Tensor> g = gradients("plain", "conv", "active");
    double[] x = pixels().toDoubles();
    double[] conv = new double[8];
    for (int i = 0; i < 8; i++) {
      for (int k = 0; k < 9; k++) {
        conv[i] += x[(i % 4 / 2 + k / 3) * 4 + i % 2 + k % 3];
      }
      conv[i] -= i < 4 ? 50 : 75;
    }
    double[] cam = new double[4];
    double[] after = new double[4];
    for (int channel = 0; channel < 2; channel++) {
      double before = 0;
      double mean = 0;
      for (int i = 0; i < 4; i++) {
        before += g.get("conv").get(channel * 4 + i) / 4;
        mean += g.get("active").get(channel * 4 + i) / 4;
      }
      for (int i = 0; i < 4; i++) {
        cam[i] += before * conv[channel * 4 + i];
        after[i] += mean * Math.max(conv[channel * 4 + i], 0);
      }
    }
    assertArrayEquals(new double[] {11.25, 13.5, 20.25, 22.5}, cam, 1e-5);
    assertArrayEquals(new double[] {0, 4, 28, 32.5}, after, 1e-5);
  }

  /** A function of the model: its body is differentiated, and its inner values can be asked for. */
  @Test
  void functionsOfTheModel() throws Exception {
    GraphFunction cube = new GraphFunction("my", "Cube", "", List.of("a"), List.of("b"), List.of(), Map.of(),
        Map.of("", 13L), List.of(NodeBuilder.of("Mul").inputs("a", "a").outputs("s").build(0),
            NodeBuilder.of("Mul").inputs("s", "a").outputs("b").build(1)));
    OnnxModel model = OnnxReader.read(write(new ModelBuilder(new GraphBuilder("g").input("x", DataType.FLOAT, "2")
        .output("y", DataType.FLOAT, "2").node(NodeBuilder.of("Cube").domain("my").inputs("x").outputs("c"))
        .node(NodeBuilder.of("Cube").domain("my").inputs("c").outputs("y")).build(), 13).opset("my", 1).function(cube)
        .build()));
    GradientPlan plan = BackwardGraph.build(model, ShapeFacts.inferred(ModelPreparation.prepare(model)),
        RuleRegistry.standard().set("plain"), GradientRequest.of("y", "x", "c", "y/s"));
    assertTrue(plan.extension().isEmpty(), "the file cannot be extended, its calls are in the way");
    try (Session session = new Session(plan.model(List.of("y")))) {
      Map<String, Tensor> out = session.run(Map.of("x", ArrayTensor.of(Shape.of(2), 1.5f, -1f),
          plan.cotangents().get("y"), ArrayTensor.of(Shape.of(2), 1f, 2f)));
      assertArrayEquals(new double[] {9 * Math.pow(1.5, 8), 18},
          out.get(plan.gradients().get("x")).toDoubles(), 1e-3);
      assertArrayEquals(new double[] {3 * Math.pow(1.5, 6), 6}, out.get(plan.gradients().get("c")).toDoubles(), 1e-4);
      assertArrayEquals(new double[] {Math.pow(1.5, 3), -2}, out.get(plan.gradients().get("y/s")).toDoubles(), 1e-5);
    }
  }

  /** Weights that are inputs as well, as files before IR version 4 have them. */
  @Test
  void weightsAmongTheInputs() throws Exception {
    OnnxModel model = OnnxReader.read(write(new ModelBuilder(new GraphBuilder("old").input("x", DataType.FLOAT, "N, 2")
        .input("w", DataType.FLOAT, "2, 1").initializer("w", ArrayTensor.of(Shape.of(2, 1), 3f, -4f))
        .output("y", DataType.FLOAT, "N, 1").node(NodeBuilder.of("MatMul").inputs("x", "w").outputs("y")).build(), 9)
        .irVersion(3).build()));
    GradientPlan plan = BackwardGraph.build(model, ShapeFacts.inferred(model), RuleRegistry.standard().set("plain"),
        GradientRequest.of("y", "x", "w"));
    try (Session session = new Session(plan.model(List.of("y")))) {
      Map<String, Tensor> out = session.run(Map.of("x", ArrayTensor.of(Shape.of(2, 2), 1f, 2, 3, 4),
          plan.cotangents().get("y"), ArrayTensor.of(Shape.of(2, 1), 1f, 10f)));
      assertArrayEquals(new float[] {3, -4, 30, -40}, out.get(plan.gradients().get("x")).toFloats());
      assertArrayEquals(new float[] {31, 42}, out.get(plan.gradients().get("w")).toFloats());
      assertArrayEquals(new float[] {-5, -7}, out.get("y").toFloats());
    }
  }
}
