/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelSource;
import org.loupe.api.model.facet.BackwardRules;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientCoverage.Status;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.api.model.facet.MissingRulesException;
import org.loupe.graph.DataType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Gradients on ONNX Runtime against those worked out by hand. */
class GradientsTest {
  @TempDir
  Path folder;

  private static Differentiable facet(Model model) {
    return model.facet(Differentiable.class).orElseThrow();
  }

  private static GradientResult gradient(Model model, Map<String, Tensor> inputs, String source, Tensor cotangent,
      String ruleSet, List<String> sinks, String... values) throws LoupeException {
    return facet(model).gradient(
        new GradientRequest(inputs, Map.of(source, cotangent), sinks, ruleSet, List.of(values)), Progress.NONE);
  }

  private Model dense() throws Exception {
    return Models.open(Models.write(folder.resolve("dense.onnx"), Networks.dense()));
  }

  private static ArrayTensor row(float... values) {
    return ArrayTensor.of(Shape.of(1, values.length), values);
  }

  /** 0 to 15 as a picture of 4 x 4. */
  private static Map<String, Tensor> counted() {
    float[] x = new float[16];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    return Map.of("x", ArrayTensor.of(Shape.of(1, 1, 4, 4), x));
  }

  @Test
  void givesGradientsByInputAndLayersAtOnceWithValues() throws Exception {
    try (Model model = dense()) {
      // The sum is 6: the first unit is off, the others are 7.
      GradientResult result = gradient(model, Map.of("x", row(1, 2, 3)), "y", row(1, 0), Differentiable.PLAIN,
          List.of("x", "hidden", "active"), "y", "active");
      assertArrayEquals(new float[] {15, 15, 15}, result.gradient("x").toFloats());
      assertArrayEquals(new float[] {0, 3, 5, 7}, result.gradient("hidden").toFloats());
      assertArrayEquals(new float[] {1, 3, 5, 7}, result.gradient("active").toFloats());
      assertArrayEquals(new float[] {0, 7, 7, 7}, result.value("active").toFloats());
      assertArrayEquals(new float[] {104, 127}, result.value("y").toFloats());
      assertEquals(List.of("x", "hidden", "active"), List.copyOf(result.gradients().keySet()));
    }
  }

  @Test
  void keepsItemsOfABatchApart() throws Exception {
    try (Model model = dense()) {
      Tensor x = ArrayTensor.of(Shape.of(4, 3), 1f, 2, 3, 20, 30, 40, -5, 1, 1, 1, 2, 3);
      Tensor cotangent = ArrayTensor.of(Shape.of(4, 2), 1f, 0, 0, 1, 1, 1, 1, -1);
      GradientResult result = gradient(model, Map.of("x", x), "y", cotangent, Differentiable.PLAIN, List.of("x"));
      assertArrayEquals(new float[] {15, 15, 15, 20, 20, 20, 0, 0, 0, -3, -3, -3},
          result.gradient("x").toFloats());
      // The same session serves another number of items.
      assertArrayEquals(new float[] {15, 15, 15}, gradient(model, Map.of("x", row(1, 2, 3)), "y", row(1, 0),
          Differentiable.PLAIN, List.of("x")).gradient("x").toFloats());
    }
  }

  @Test
  void startsFromALayerAndFromSeveralValues() throws Exception {
    try (Model model = dense()) {
      Map<String, Tensor> x = Map.of("x", row(1, 2, 3));
      assertArrayEquals(new float[] {1, 1, 1}, gradient(model, x, "active", row(9, 1, 0, 0), Differentiable.PLAIN,
          List.of("x")).gradient("x").toFloats());
      GradientResult both = facet(model).gradient(new GradientRequest(x,
          Map.of("active", row(0, 1, 0, 0), "y", row(1, 0)), List.of("x"), Differentiable.PLAIN, List.of()),
          Progress.NONE);
      assertArrayEquals(new float[] {16, 16, 16}, both.gradient("x").toFloats());
    }
  }

  @Test
  void guidesBackPropagation() throws Exception {
    try (Model model = Models.open(Models.write(folder.resolve("one-conv.onnx"), Networks.oneConv()))) {
      Tensor target = row(1, 0, 0, 0);
      assertArrayEquals(new float[] {0, 1, 1, 1, 1, 3, 3, 2, 1, 3, 3, 2, 1, 2, 2, 1},
          gradient(model, counted(), "y", target, Differentiable.GUIDED, List.of("x")).gradient("x").toFloats());
      GradientResult plain = gradient(model, counted(), "y", target, Differentiable.PLAIN, List.of("conv", "features"),
          "y", "conv");
      assertArrayEquals(new float[] {0, 1, 1, 1, 0, 0, -1, -1}, plain.gradient("conv").toFloats(), 0);
      assertArrayEquals(new float[] {1, 1, 1, 1, 1, -1, -1, -1}, plain.gradient("features").toFloats());
      assertArrayEquals(new float[] {-5, 4, 31, 40, -30, -21, 6, 15}, plain.value("conv").toFloats());
      assertArrayEquals(new float[] {54, 54, 54, 54}, plain.value("y").toFloats());
    }
  }

  @Test
  void saysWhatAModelCanDo() throws Exception {
    try (Model model = dense()) {
      assertEquals(Set.of("gradient", "gradient:guided", "gradient:deconvnet"), model.description().capabilities());
      assertTrue(facet(model).ruleSets().containsAll(List.of("plain", "guided", "deconvnet")));
      GradientCoverage plain = facet(model).coverage("plain", Progress.NONE);
      assertEquals(List.of("hidden", "active", "y"), plain.layers().stream().map(l -> l.id()).toList());
      assertEquals(3, plain.counts().get(Status.EXACT));
      assertEquals(Status.SURROGATE,
          facet(model).coverage("guided", Progress.NONE).layers().get(1).status());
      assertTrue(Models.refused(Kind.USAGE, () -> facet(model).coverage("none such", Progress.NONE))
          .contains("deconvnet"));
    }
  }

  @Test
  void namesAllOperatorsWithoutRule() throws Exception {
    Path file = Models.write(folder.resolve("steps.onnx"), new GraphBuilder("steps").input("x", DataType.FLOAT, "n, 4")
        .node(NodeBuilder.of("Det").name("first").inputs("x4").outputs("d"))
        .node(NodeBuilder.of("Reshape").inputs("x", "square").outputs("x4"))
        .initializer("square", ArrayTensor.of(Shape.of(3), -1L, 2L, 2L))
        .node(NodeBuilder.of("NegativeLogLikelihoodLoss").name("second").inputs("d2", "t").outputs("y"))
        .initializer("t", ArrayTensor.of(Shape.of(1), 0L))
        .initializer("one", ArrayTensor.of(Shape.of(1), 1L))
        .node(NodeBuilder.of("Unsqueeze").inputs("d", "one").outputs("d2"))
        .output("y", DataType.FLOAT, ""));
    try (Model model = Models.open(file)) {
      assertTrue(model.description().capabilities().contains("gradient"));
      MissingRulesException e = assertThrows(MissingRulesException.class, () -> gradient(model,
          Map.of("x", row(1, 2, 3, 4)), "y", ArrayTensor.of(Shape.of(), 1f), "plain", List.of("x")));
      assertEquals(Kind.NOT_APPLICABLE, e.kind());
      assertEquals(List.of("Det", "NegativeLogLikelihoodLoss"), e.operators());
      assertTrue(e.getMessage().contains("first") && e.getMessage().contains("second"), e.getMessage());
    }
  }

  @Test
  void refusesWhatDoesNotFit() throws Exception {
    try (Model model = dense()) {
      Map<String, Tensor> x = Map.of("x", row(1, 2, 3));
      Tensor one = row(1, 0);
      assertTrue(Models.refused(Kind.NOT_APPLICABLE,
          () -> gradient(model, x, "active", row(1, 0, 0, 0), "plain", List.of("y"))).contains("does not lead to"));
      Models.refused(Kind.USAGE, () -> gradient(model, x, "nowhere", one, "plain", List.of("x")));
      Models.refused(Kind.USAGE, () -> gradient(model, x, "y", one, "plain", List.of("nowhere")));
      Models.refused(Kind.USAGE, () -> gradient(model, x, "y", one, "none such", List.of("x")));
      assertTrue(Models.refused(Kind.BAD_INPUT, () -> gradient(model, x, "y", row(1, 0, 0), "plain", List.of("x")))
          .contains("cotangent of 'y'"));
      Models.refused(Kind.BAD_INPUT, () -> gradient(model, x, "y", ArrayTensor.of(Shape.of(1, 2), 1L, 0L), "plain",
          List.of("x")));
      Models.refused(Kind.BAD_INPUT, () -> gradient(model, Map.of("x", row(1, 2)), "y", one, "plain", List.of("x")));
      // Twice as many items as there are: found when it runs.
      Models.refused(Kind.BAD_INPUT, () -> gradient(model, x, "y", ArrayTensor.of(Shape.of(2, 2), 1f, 0f, 0f, 1f),
          "plain", List.of("x")));
    }
  }

  @Test
  void refusesWholeNumbersAndOffersLayers() throws Exception {
    Path file = Models.write(folder.resolve("tokens.onnx"), new GraphBuilder("tokens")
        .input("ids", DataType.INT64, "n, 2").initializer("table", ArrayTensor.of(Shape.of(3, 2), 1f, 2, 3, 4, 5, 6))
        .node(NodeBuilder.of("Gather").inputs("table", "ids").outputs("embedded").intValue("axis", 0))
        .node(NodeBuilder.of("Mul").inputs("embedded", "embedded").outputs("squared"))
        .node(NodeBuilder.of("ReduceSum").inputs("squared", "axes").outputs("y").intValue("keepdims", 0))
        .initializer("axes", ArrayTensor.of(Shape.of(2), 1L, 2L)).output("y", DataType.FLOAT, "n"));
    try (Model model = Models.open(file)) {
      Map<String, Tensor> ids = Map.of("ids", ArrayTensor.of(Shape.of(1, 2), 2L, 0L));
      Tensor one = ArrayTensor.of(Shape.of(1), 1f);
      assertTrue(Models.refused(Kind.NOT_APPLICABLE, () -> gradient(model, ids, "y", one, "plain", List.of("ids")))
          .contains("INT64"));
      assertTrue(model.description().capabilities().contains("gradient"));
      assertArrayEquals(new float[] {10, 12, 2, 4},
          gradient(model, ids, "y", one, "plain", List.of("embedded")).gradient("embedded").toFloats());
    }
  }

  /** It reshapes to one item inside, so that the probe with two cannot run. */
  @Test
  void differentiatesModelsThatTakeOneItemOnly() throws Exception {
    Path file = Models.write(folder.resolve("one.onnx"), new GraphBuilder("one").input("x", DataType.FLOAT, "n, 3")
        .initializer("shape", ArrayTensor.of(Shape.of(2), 1L, 3L))
        .node(NodeBuilder.of("Reshape").inputs("x", "shape").outputs("r"))
        .node(NodeBuilder.of("Mul").inputs("r", "r").outputs("y")).output("y", DataType.FLOAT, "1, 3"));
    try (Model model = Models.open(file)) {
      for (int i = 0; i < 2; i++) {
        assertArrayEquals(new float[] {2, 0, -6}, gradient(model, Map.of("x", row(1, 2, -3)), "y", row(1, 0, 1),
            "plain", List.of("x")).gradient("x").toFloats());
      }
    }
  }

  @Test
  void takesOtherExtentsThanThoseSeenFirst() throws Exception {
    Path file = Models.write(folder.resolve("open.onnx"), new GraphBuilder("open").input("x", DataType.FLOAT, "n, w")
        .initializer("axes", ArrayTensor.of(Shape.of(1), 1L))
        .node(NodeBuilder.of("Exp").inputs("x").outputs("e"))
        .node(NodeBuilder.of("ReduceMean").inputs("e").outputs("y").ints("axes", 1))
        .output("y", DataType.FLOAT, "n, 1"));
    try (Model model = Models.open(file)) {
      for (int width : new int[] {2, 5, 1}) {
        float[] x = new float[2 * width];
        GradientResult result = gradient(model, Map.of("x", ArrayTensor.of(Shape.of(2, width), x)), "y",
            ArrayTensor.of(Shape.of(2, 1), 1f, 2), "plain", List.of("x"));
        for (int i = 0; i < x.length; i++) {
          assertEquals((i < width ? 1.0 : 2.0) / width, result.gradient("x").get(i), 1e-6);
        }
      }
    }
  }

  @Test
  void makesASessionOnceForEachPurpose() throws Exception {
    try (Model model = dense()) {
      Map<String, Tensor> x = Map.of("x", row(1, 2, 3));
      // More purposes than sessions are kept, in turn, each answering for itself.
      for (int round = 0; round < 3; round++) {
        for (String set : List.of("plain", "guided", "deconvnet")) {
          for (List<String> sinks : List.of(List.of("x"), List.of("hidden"), List.of("active", "x"))) {
            GradientResult result = gradient(model, x, "y", row(1, 0), set, sinks);
            assertEquals(sinks, List.copyOf(result.gradients().keySet()));
            boolean deconvnet = set.equals("deconvnet");
            if (sinks.contains("x")) {
              assertEquals(deconvnet ? 16 : 15, result.gradient("x").get(0));
            }
          }
        }
      }
    }
  }

  @Test
  void takesContributedRules() throws Exception {
    BackwardRules rules = () -> List.of(rule("plain", "Relu", context -> context.give(0, context.cotangent())),
        rule("own", "Gemm", context -> {
          throw new IllegalStateException("broken on purpose");
        }));
    Path file = Models.write(folder.resolve("dense.onnx"), Networks.dense());
    try (Model model = new OnnxModelLoader().load(new ModelSource(file), LoadOptions.DEFAULT, rules, Progress.NONE)) {
      Map<String, Tensor> x = Map.of("x", row(1, 2, 3));
      assertArrayEquals(new float[] {16, 16, 16},
          gradient(model, x, "y", row(1, 0), "plain", List.of("x")).gradient("x").toFloats());
      assertTrue(facet(model).ruleSets().contains("own"));
      String message = Models.refused(Kind.NOT_APPLICABLE, () -> gradient(model, x, "y", row(1, 0), "own",
          List.of("x")));
      assertTrue(message.contains("vendor.rules") && message.contains("broken on purpose"), message);
    }
  }

  private static BackwardRules.Entry rule(String set, String operator, BackwardRule rule) {
    return new BackwardRules.Entry() {
      @Override
      public String bundle() {
        return "vendor.rules";
      }

      @Override
      public String ruleSet() {
        return set;
      }

      @Override
      public String domain() {
        return "";
      }

      @Override
      public String operator() {
        return operator;
      }

      @Override
      public long since() {
        return 1;
      }

      @Override
      public <T> T create(Class<T> type) {
        return type.cast(rule);
      }
    };
  }

  @Test
  void endsWithTheModel() throws Exception {
    Model model = dense();
    Differentiable facet = facet(model);
    model.close();
    assertThrows(IllegalStateException.class, () -> facet.gradient(new GradientRequest(Map.of("x", row(1, 2, 3)),
        Map.of("y", row(1, 0)), List.of("x"), "plain", List.of()), Progress.NONE));
  }
}
