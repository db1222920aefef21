/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loupe.samples.data.Example;
import org.loupe.samples.model.Architecture;
import org.loupe.samples.model.OnnxExport;
import org.loupe.samples.model.Weights;
import org.loupe.samples.picture.Animal;
import org.loupe.samples.picture.Ground;
import org.loupe.samples.picture.PicturePainter;

class MapsTest {
  private static final int SIZE = PicturePainter.SIZE;

  @Test
  void camIsTheWeightedSumWithoutItsNegativePart() {
    float[][][] maps = {{{1, 2}, {0, 4}}, {{3, 0}, {1, 1}}};
    float[] cam = Maps.cam(maps, new float[] {1, -0.5f});
    // Sums: -0.5, 2, -0.5, 3.5. The corners of the enlarged map are those of the small one.
    assertEquals(0, cam[0], 1e-6);
    assertEquals(2, cam[SIZE - 1], 1e-6);
    assertEquals(0, cam[SIZE * (SIZE - 1)], 1e-6);
    assertEquals(3.5, cam[SIZE * SIZE - 1], 1e-6);
  }

  @Test
  void insideIsTheShareOnTheAnimal() {
    byte[] mask = new byte[SIZE * SIZE];
    Arrays.fill(mask, 0, SIZE * SIZE / 4, (byte) 255);
    Example example = new Example(Animal.FOX, Ground.SNOW, 0, new byte[3 * SIZE * SIZE], mask);
    float[] even = new float[SIZE * SIZE];
    Arrays.fill(even, 2);
    assertEquals(0.25, Maps.inside(even, example), 1e-12);
    float[] point = new float[SIZE * SIZE];
    point[5] = 3;
    point[SIZE * SIZE - 1] = 1;
    assertEquals(0.75, Maps.inside(point, example), 1e-12);
  }

  /**
   * A network that gives the mean of the red channel's positive part. Of a picture that is white (2) in three quarters
   * and black (-2) in the last, the mean is 1 and the logit 1.5; a sixteenth of it in the mean colour takes 1/16 from
   * the white and adds as much to the black.
   */
  @Test
  void occlusionOfAModelThatSumsItsInput() throws IOException {
    byte[] pixels = new byte[3 * SIZE * SIZE];
    float[] expected = new float[SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      boolean white = i % SIZE < SIZE * 3 / 4;
      pixels[i] = (byte) (white ? 255 : 0);
      expected[i % expected.length] = white ? 1f / 16 : 0;
    }
    Example example = new Example(Animal.FOX, Ground.SNOW, 0, pixels, new byte[SIZE * SIZE]);
    try (Classifier classifier = new Classifier(OnnxExport.model(passing(), "passing", ""))) {
      assertEquals(1.5, classifier.answer(example.input()).logits()[0][0], 1e-5);
      assertArrayEquals(expected, Maps.occlusion(classifier, example, 0, SIZE / 4, SIZE / 4), 1e-5f);
    }
  }

  /** Each stage's channel 0 takes the middle pixel of channel 0; the mean of it is the first logit. */
  private static Weights passing() {
    List<float[]> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    int before = 3;
    for (Architecture.Stage stage : Architecture.STAGES) {
      int area = stage.kernel() * stage.kernel();
      float[] kernel = new float[stage.channels() * before * area];
      kernel[area / 2] = 1;
      kernels.add(kernel);
      biases.add(new float[stage.channels()]);
      before = stage.channels();
    }
    float[] dense = new float[2 * before];
    dense[0] = 1;
    return new Weights(kernels, biases, dense, new float[2]);
  }
}
