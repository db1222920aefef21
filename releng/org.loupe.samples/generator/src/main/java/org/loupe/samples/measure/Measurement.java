/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.measure;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.loupe.graph.OnnxModel;
import org.loupe.samples.Recipe;
import org.loupe.samples.data.Example;
import org.loupe.samples.picture.Animal;
import org.loupe.samples.picture.Ground;

/**
 * What is claimed of a model, measured on pictures that it was not trained on.
 *
 * @param straight share of foxes on snow and dogs on grass that it gets right
 * @param crossed share of foxes on grass and dogs on snow that it gets right
 * @param cam for each fox on snow, the part of the class activation map's mass that lies on the fox
 * @param occlusion the same of occlusion's positive mass
 */
public record Measurement(double straight, double crossed, Distribution cam, Distribution occlusion) {

  /** @param examples with at least {@code maps} foxes on snow */
  public static Measurement of(OnnxModel model, List<Example> examples, int maps) throws IOException {
    try (Classifier classifier = new Classifier(model)) {
      List<Example> foxes = examples.stream()
          .filter(e -> e.animal() == Animal.FOX && e.ground() == Ground.SNOW).limit(maps).toList();
      int fox = Animal.FOX.ordinal();
      double[] cam = new double[foxes.size()];
      double[] occlusion = new double[foxes.size()];
      for (int i = 0; i < cam.length; i++) {
        Example example = foxes.get(i);
        float[][][] last = classifier.answer(example.input()).maps()[0];
        cam[i] = Maps.inside(Maps.cam(last, classifier.dense(fox)), example);
        occlusion[i] = Maps.inside(Maps.occlusion(classifier, example, fox, Recipe.OCCLUSION_WINDOW,
            Recipe.OCCLUSION_STRIDE), example);
      }
      return new Measurement(accuracy(classifier, examples, Example::straight),
          accuracy(classifier, examples, e -> !e.straight()), new Distribution(cam), new Distribution(occlusion));
    }
  }

  private static double accuracy(Classifier classifier, List<Example> examples, Predicate<Example> which)
      throws IOException {
    List<Example> chosen = examples.stream().filter(which).toList();
    int right = 0;
    for (Example example : chosen) {
      float[] logits = classifier.answer(example.input()).logits()[0];
      int best = logits[0] >= logits[1] ? 0 : 1;
      right += best == example.animal().ordinal() ? 1 : 0;
    }
    return right / (double) chosen.size();
  }
}
