/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loupe.graph.OnnxModel;
import org.loupe.samples.Recipe;
import org.loupe.samples.data.Example;
import org.loupe.samples.data.PictureSets;
import org.loupe.samples.measure.Classifier;
import org.loupe.samples.model.OnnxExport;
import org.loupe.samples.model.Weights;

class TrainingTest {
  private static final Training.Plan SHORT = new Training.Plan(2, 8, 0.001f, 1e-4f, 0.01f);

  private final List<Example> examples = new PictureSets(Recipe.SEED).straight("training test", 8);

  @Test
  void sameSeedGivesTheSameWeights() {
    Weights one = trained(3);
    Weights two = trained(3);
    Weights other = trained(4);
    for (int i = 0; i < one.kernels().size(); i++) {
      assertArrayEquals(one.kernels().get(i), two.kernels().get(i));
      assertArrayEquals(one.biases().get(i), two.biases().get(i));
    }
    assertArrayEquals(one.dense(), two.dense());
    assertArrayEquals(one.denseBias(), two.denseBias());
    assertTrue(one.kernels().get(0)[0] != other.kernels().get(0)[0]);
  }

  @Test
  void rowsOfTheDenseLayerStayOpposite() {
    float[] dense = trained(3).dense();
    double largest = 0;
    for (int i = 0; i < dense.length / 2; i++) {
      assertEquals(dense[i], -dense[dense.length / 2 + i], 1e-6f);
      largest = Math.max(largest, Math.abs(dense[i]));
    }
    assertTrue(largest > 1e-4, "the dense layer has not moved");
  }

  @Test
  void onnxSaysWhatTheNetworkSays() throws IOException {
    try (Training training = new Training(3)) {
      training.run(examples, SHORT);
      OnnxModel model = OnnxExport.model(training.weights(), "test", "test");
      try (Classifier classifier = new Classifier(model)) {
        List<float[]> all = new ArrayList<>();
        for (Example example : examples) {
          float[] expected = training.logits(example.input());
          Classifier.Answer answer = classifier.answer(example.input());
          assertArrayEquals(expected, answer.logits()[0], 1e-5f);
          double odds = Math.exp(expected[1] - expected[0]);
          assertEquals(1 / (1 + odds), answer.probabilities()[0][0], 1e-6);
          all.add(expected);
        }
        assertTrue(Math.abs(all.get(0)[0] - all.get(8)[0]) > 1e-4, "all pictures have the same logits");
      }
    }
  }

  /** With pooling and a dense layer, the mean gradient of a map is its weight over the number of places. */
  @Test
  void gradientOfTheHeadIsTheDenseWeight() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      int side = 4;
      Weights weights = trained(3);
      int channels = weights.dense().length / 2;
      Engine.getInstance().setRandomSeed(1);
      NDArray maps = manager.randomNormal(new Shape(1, channels, side, side));
      maps.setRequiresGradient(true);
      NDArray dense = manager.create(weights.dense(), new Shape(2, channels));
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray pooled = maps.reshape(1, channels, side * side).mean(new int[] {2});
        NDArray logits = pooled.matMul(dense.transpose());
        collector.backward(logits.get(0).get(0));
      }
      float[] gradient = maps.getGradient().toFloatArray();
      for (int i = 0; i < gradient.length; i++) {
        assertEquals(weights.dense()[i / (side * side)] / (side * side), gradient[i], 1e-7f);
      }
    }
  }

  private Weights trained(long seed) {
    try (Training training = new Training(seed)) {
      training.run(examples, SHORT);
      return training.weights();
    }
  }
}
