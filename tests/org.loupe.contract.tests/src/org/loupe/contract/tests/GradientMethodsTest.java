/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.Progress;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.TargetSyntax;
import org.loupe.core.Loupe;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunStatus;
import org.loupe.graph.OnnxModel;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.testkit.TinyModels;

/** Gradient methods and class activation maps on networks that are worked out by hand. */
class GradientMethodsTest {
  private static final double[] CAM = {11.25, 13.5, 20.25, 22.5};
  private static final Map<String, String> SMALL = Map.of("upsample", "none");

  @TempDir
  Path folder;

  private final Loupe loupe = Installed.open();

  @AfterEach
  void close() {
    loupe.close();
  }

  private RunOutcome run(OnnxModel model, Tensor input, String method, String profile, Map<String, String> settings,
      String target) throws Exception {
    try (ModelLease lease = Subjects.open(loupe, model, folder)) {
      var subject = Subjects.of(loupe, lease.description(), input);
      ScoreRequest score = new ScoreRequest(TargetSyntax.parse(target), Optional.empty(), ScoreScale.LOGIT);
      return loupe.runs().run(lease, new RunRequest(subject, method, profile, settings, score, 0, 0, 0, false),
          Progress.NONE);
    }
  }

  private RunRecord record(OnnxModel model, Tensor input, String method, Map<String, String> settings, String target)
      throws Exception {
    RunOutcome outcome = run(model, input, method, "", settings, target);
    assertEquals(RunStatus.COMPLETED, outcome.status(), outcome.message());
    return outcome.record().orElseThrow();
  }

  private static double[] values(Result result) {
    return result instanceof SaliencyMap m ? m.values().toDoubles()
        : ((FeatureAttribution) result).values().toDoubles();
  }

  /** 0 to 15, the input of the known numbers. */
  private static Tensor counted() {
    return picture(4, 4, i -> i);
  }

  private static Tensor picture(int rows, int columns, IntToDoubleFunction value) {
    float[] out = new float[rows * columns];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) value.applyAsDouble(i);
    }
    return ArrayTensor.of(Shape.of(1, 1, rows, columns), out);
  }

  private double[] gradCam(String layer, String profile, Map<String, String> more) throws Exception {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("layer", layer);
    RunOutcome outcome = run(TinyModels.oneConv(), counted(), "grad-cam", profile, settings, "0");
    assertEquals(RunStatus.COMPLETED, outcome.status(), outcome.message());
    SaliencyMap map = (SaliencyMap) outcome.record().orElseThrow().result();
    assertEquals(54.0, map.figures().get("score"));
    return map.values().toDoubles();
  }

  @Test
  void gradCamOfAConvolution() throws Exception {
    assertArrayEquals(CAM, gradCam("conv", "", SMALL), 1e-6);
    assertArrayEquals(new double[] {0, 4, 28, 32.5}, gradCam("features", "", SMALL), 1e-6);
  }

  @Test
  void gradCamScalesAsItsProfilesSay() throws Exception {
    assertArrayEquals(new double[] {.5, .6, .9, 1}, gradCam("conv", "keras", Map.of()), 1e-6);
    assertArrayEquals(new double[] {0, .2, .8, 1}, gradCam("conv", "pytorch-grad-cam", SMALL), 1e-6);
    assertArrayEquals(CAM, gradCam("conv", "captum", Map.of()), 1e-6);
  }

  @Test
  void gradCamIsLaidOverTheInput() throws Exception {
    // Half-pixel centres: of four pixels over two, the outer ones lie beyond the centres of the cells.
    double[] across = {1, .75, .25, 0};
    double[] expected = new double[16];
    for (int i = 0; i < 16; i++) {
      double left = across[i % 4];
      double top = across[i / 4];
      expected[i] = top * (left * CAM[0] + (1 - left) * CAM[1]) + (1 - top) * (left * CAM[2] + (1 - left) * CAM[3]);
    }
    assertArrayEquals(expected, gradCam("conv", "", Map.of()), 1e-5);
  }

  @Test
  void gradCamFindsAndNamesTheLastFeatureMap() throws Exception {
    RunRecord record = record(TinyModels.oneConv(), counted(), "grad-cam", SMALL, "0");
    assertArrayEquals(new double[] {0, 4, 28, 32.5}, values(record.result()), 1e-6);
    assertTrue(record.notes().toString().contains("layer features of 2 channels, 2 x 2"), record.notes()::toString);
    assertEquals(Shape.of(1, 2, 2), ((SaliencyMap) record.result()).values().shape());
  }

  @Test
  void gradCamWithoutPositiveEvidenceIsZeroAndSaysSo() throws Exception {
    // Class 1 of the head weighs what is positive by -2, and nothing is negative.
    for (Map<String, String> settings : List.of(Map.of("scale", "min-max"), Map.of("scale", "max", "relu", "false"))) {
      RunRecord record = record(TinyModels.pooled("Gemm"), picture(2, 3, i -> i + 1), "grad-cam", settings, "1");
      assertTrue(Arrays.stream(values(record.result())).allMatch(v -> v == 0));
      assertTrue(record.notes().toString().contains("no positive evidence at this layer"), record.notes()::toString);
    }
  }

  @Test
  void gradCamRefusesLayersThatDoNotFit() throws Exception {
    RunOutcome behind = run(TinyModels.oneConv(), counted(), "grad-cam", "", Map.of("layer", "scores"), "0");
    assertEquals(RunStatus.NOT_APPLICABLE, behind.status());
    assertTrue(behind.message().contains("no feature map"), behind.message());
    RunOutcome beside = run(TinyModels.oneConv(), counted(), "grad-cam", "", Map.of("layer", "features"),
        "neuron:conv[0,0,0]");
    assertEquals(RunStatus.NOT_APPLICABLE, beside.status());
    assertTrue(beside.message().contains("does not lead to"), beside.message());
    RunOutcome none = run(TinyModels.denseRelu(), ArrayTensor.of(Shape.of(1, 3), 1f, 2f, 3f), "grad-cam", "",
        Map.of(), "0");
    assertEquals(RunStatus.NOT_APPLICABLE, none.status());
  }

  @Test
  void camWeighsAsTheHeadDoes() throws Exception {
    Tensor input = picture(2, 3, i -> i - 2);
    for (String head : List.of("Gemm", "Conv", "")) {
      double[] weights = head.isEmpty() ? new double[] {1, 0} : new double[] {2, -3};
      double[] expected = new double[6];
      for (int i = 0; i < 6; i++) {
        expected[i] = weights[0] * Math.max(0, i - 2) + weights[1] * Math.max(0, 2 - i);
      }
      RunRecord record = record(TinyModels.pooled(head), input, "cam", SMALL, "0");
      assertArrayEquals(expected, values(record.result()), 1e-6, head);
      assertEquals(Arrays.stream(expected).sum() / 6, record.result().figures().get("score"), 1e-6);
      // For this head Grad-CAM is the same over the number of places.
      double[] gradCam =
          values(record(TinyModels.pooled(head), input, "grad-cam", Map.of("upsample", "none", "relu", "false"), "0")
              .result());
      assertArrayEquals(Arrays.stream(expected).map(v -> v / 6).toArray(), gradCam, 1e-6, head);
    }
  }

  @Test
  void camNamesWhatIsInTheWay() throws Exception {
    RunOutcome outcome = run(TinyModels.oneConv(), counted(), "cam", "", Map.of(), "0");
    assertEquals(RunStatus.NOT_APPLICABLE, outcome.status());
    assertTrue(outcome.message().contains("Relu") && outcome.message().contains("grad-cam"), outcome.message());
    RunOutcome flat = run(TinyModels.convSoftmax(), counted(), "cam", "", Map.of(), "0");
    assertTrue(flat.message().contains("Relu features") && flat.message().contains("Flatten, MatMul"),
        flat.message());
  }

  @Test
  void saliencyIsTheGradient() throws Exception {
    Tensor x = ArrayTensor.of(Shape.of(1, 3), 2f, 10f, 3f);
    // The sum is 15: all four units are on, each of weight 1.
    for (String method : List.of("saliency", "gradient", "guided-backprop")) {
      assertArrayEquals(new double[] {4, 4, 4}, values(record(TinyModels.denseRelu(), x, method, Map.of(), "0")
          .result()), 1e-6, method);
    }
    assertArrayEquals(new double[] {8, 40, 12},
        values(record(TinyModels.denseRelu(), x, "input-x-gradient", Map.of(), "0").result()), 1e-6);
    assertArrayEquals(new double[] {3, 3, 3}, values(record(TinyModels.denseRelu(),
        ArrayTensor.of(Shape.of(1, 3), 1f, 2f, 3f), "saliency", Map.of(), "1").result()), 1e-6);
  }

  @Test
  void takesDifferencesNeuronsAndChannelsAsTargets() throws Exception {
    assertArrayEquals(new double[16], values(record(TinyModels.oneConv(), counted(), "saliency", Map.of(),
        "diff:0,1").result()));
    double[] window = {0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0};
    assertArrayEquals(window, values(record(TinyModels.oneConv(), counted(), "saliency", Map.of(),
        "neuron:conv[0,0,1]").result()), 1e-6);
    double[] quarter = {1, 2, 2, 1, 2, 4, 4, 2, 2, 4, 4, 2, 1, 2, 2, 1};
    assertArrayEquals(Arrays.stream(quarter).map(v -> v / 4).toArray(), values(record(TinyModels.oneConv(), counted(),
        "saliency", Map.of(), "channel:conv/1").result()), 1e-6);
  }

  @Test
  void guidedBackpropagationOfTheConvolution() throws Exception {
    assertArrayEquals(new double[] {0, 1, 1, 1, 1, 3, 3, 2, 1, 3, 3, 2, 1, 2, 2, 1},
        values(record(TinyModels.oneConv(), counted(), "guided-backprop", Map.of(), "0").result()), 1e-6);
    // Without asking what was on: the first channel's four places and the second's first.
    assertArrayEquals(new double[] {2, 3, 3, 1, 3, 5, 5, 2, 3, 5, 5, 2, 1, 2, 2, 1},
        values(record(TinyModels.oneConv(), counted(), "deconvnet", Map.of(), "0").result()), 1e-6);
  }

  @Test
  void saysThatAPictureWithoutAnyEffectIsOne() throws Exception {
    RunRecord record = record(TinyModels.oneConv(), picture(4, 4, i -> 0), "saliency", Map.of(), "0");
    assertTrue(record.notes().toString().contains("every value is 0"), record.notes()::toString);
  }
}
