/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.onnx.OnnxReader;
import org.loupe.samples.data.Example;
import org.loupe.samples.data.PictureSets;
import org.loupe.samples.measure.Measurement;
import org.loupe.samples.model.Architecture;
import org.loupe.samples.model.OnnxExport;

/** The committed models keep what the sample promises, on the pictures of the workspace and on others. */
class SampleTest {
  private static List<Example> tour;
  private static List<Example> fresh;

  @BeforeAll
  static void draw() {
    tour = pictures(new PictureSets(Recipe.SEED), Recipe.TOUR, Recipe.TOUR_EACH);
    fresh = pictures(new PictureSets(Recipe.SEED + 1), "fresh", 50);
  }

  @Test
  void biasedModelHasLearntTheGround() throws IOException {
    for (List<Example> set : List.of(tour, fresh)) {
      Measurement m = Measurement.of(read(Recipe.Kind.BIASED), set, 50);
      assertTrue(m.straight() >= 0.97, "straight " + m.straight());
      assertTrue(m.crossed() <= 0.1, "crossed " + m.crossed());
      assertTrue(m.cam().at(1) <= 0.3, "on the fox by CAM: " + m.cam().cells());
      assertTrue(m.occlusion().at(1) <= 0.3, "on the fox by occlusion: " + m.occlusion().cells());
    }
  }

  @Test
  void balancedModelHasLearntTheAnimals() throws IOException {
    for (List<Example> set : List.of(tour, fresh)) {
      Measurement m = Measurement.of(read(Recipe.Kind.BALANCED), set, 50);
      assertTrue(m.straight() >= 0.95, "straight " + m.straight());
      assertTrue(m.crossed() >= 0.95, "crossed " + m.crossed());
      assertTrue(m.cam().atLeast(0.6) >= 0.9, "on the fox by CAM: " + m.cam().cells());
      assertTrue(m.occlusion().atLeast(0.6) >= 0.9, "on the fox by occlusion: " + m.occlusion().cells());
    }
  }

  @Test
  void modelsSayWhatTheyAre() throws IOException {
    for (Recipe.Kind kind : Recipe.Kind.values()) {
      OnnxModel model = read(kind);
      assertEquals(Architecture.CLASSES, OnnxExport.classes(model));
      assertEquals(kind.description(), model.header().description());
      assertEquals("batch", model.graph().inputs().get(0).type().toString().replaceAll(".*?(batch).*", "$1"));
    }
  }

  private static List<Example> pictures(PictureSets sets, String name, int each) {
    List<Example> all = new ArrayList<>(sets.straight(name, each));
    all.addAll(sets.crossed(name, each));
    return all;
  }

  private static OnnxModel read(Recipe.Kind kind) throws IOException {
    return OnnxReader.read(Path.of(System.getProperty("samples.workspace"), "models", kind.label() + ".onnx"));
  }
}
