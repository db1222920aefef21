/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.model.LogitSource;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelSource;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.math.tensor.Tensor;

/** Small models of every kind answer as LightGBM does. */
class LightgbmLoaderTest {
  private static final LightgbmLoader LOADER = new LightgbmLoader();

  @TestFactory
  Stream<DynamicTest> everyKindAnswersAsLightgbmDoes() throws Exception {
    List<Path> models = Goldens.models("lightgbm");
    assertTrue(models.size() > 20, models.toString());
    return models.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
      assertTrue(LOADER.recognises(new ModelSource(file)));
      try (Model model = Goldens.load(LOADER, file)) {
        Goldens.assertAnswers(model, file);
        assertLeaves(model, file);
      }
    }));
  }

  /** LightGBM counts leaves alone; here they follow the inner nodes. */
  private static void assertLeaves(Model model, Path file) throws Exception {
    Tensor leaves = Goldens.values(model, Goldens.beside(file, "inputs"), "leaf").get("leaf");
    double[] wanted = Goldens.beside(file, "leaves").toDoubles();
    var ensemble = model.facet(TreeEnsemble.class);
    if (ensemble.isPresent()) {
      List<Tree> trees = ensemble.get().trees();
      for (int i = 0; i < wanted.length; i++) {
        assertEquals(wanted[i], leaves.get(i) - (trees.get(i % trees.size()).size() - 1) / 2, file + " " + i);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> modelsOfShapleyValuesAnswerWhatTheirValuesSumTo() throws Exception {
    return Goldens.models("shap").stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
      try (Model model = Goldens.load(LOADER, file)) {
        Tensor margin = Goldens.values(model, Goldens.beside(file, "inputs"), "margin").get("margin");
        Tensor contributions = Goldens.beside(file, "contribs");
        int each = contributions.shape().intDim(2);
        for (int i = 0; i < margin.size(); i++) {
          int from = i * each;
          double sum = IntStream.range(from, from + each).mapToDouble(contributions::get).sum();
          assertEquals(sum, margin.get(i), 1e-6 * Math.max(1, Math.abs(sum)));
        }
      }
    }));
  }

  @Test
  void factsOfAFileAreTold() throws Exception {
    try (Model model = Goldens.load(LOADER, Goldens.folder("lightgbm").resolve("multiclass.model"))) {
      var description = model.description();
      assertEquals(Set.of("trees", "trees:cover"), description.capabilities());
      assertEquals("multiclass num_class:3", description.properties().get("objective"));
      assertEquals("9", description.properties().get("trees"));
      assertEquals("gbdt", description.properties().get("booster"));
      assertEquals(new LogitSource("margin", "Softmax"), description.outputs().get(0).logits().orElseThrow());
      TreeEnsemble trees = model.facet(TreeEnsemble.class).orElseThrow();
      assertEquals(Link.Kind.SOFTMAX, trees.link().kind());
      assertEquals(List.of("class 0", "class 1", "class 2"), trees.outputs());
      assertFalse(trees.singlePrecision());
      assertEquals(500, trees.trees().get(0).cover(0));
    }
    try (Model model = Goldens.load(LOADER, Goldens.folder("lightgbm").resolve("linear.model"))) {
      assertEquals(Set.of(), model.description().capabilities());
      assertTrue(model.facet(TreeEnsemble.class).isEmpty());
      assertTrue(model.description().properties().get("leaves").contains("linear"));
    }
  }

  @Test
  void aForestOfAnEarlyVersionSaysThatItsAnswersMayBeOthers(@TempDir Path folder) throws Exception {
    Path forest = Goldens.folder("lightgbm").resolve("forest.model");
    Path early = Files.writeString(folder.resolve("early.txt"), Files.readString(forest).replace("version=v4",
        "version=v2"));
    try (Model model = Goldens.load(LOADER, forest); Model old = Goldens.load(LOADER, early)) {
      assertEquals(List.of(), model.description().warnings());
      assertTrue(old.description().warnings().get(0).contains("before 2.2.3"));
      assertEquals("rf", old.description().properties().get("booster"));
    }
  }

  @Test
  void wordsOfCategoriesComeFromTheTableThatItWasTrainedWith() throws Exception {
    try (Model model = Goldens.load(LOADER, Goldens.folder("lightgbm").resolve("words.model"))) {
      var columns = model.description().inputs().get(0).columns();
      assertEquals(List.of("size", "colour_of_it", "b"), columns.stream().map(c -> c.name()).toList());
      assertEquals(List.of("red", "blue", "deep green", "violet", "black"), columns.get(1).words());
      assertEquals(List.of(), columns.get(0).words());
      assertEquals(columns.get(1).words(), model.facet(TreeEnsemble.class).orElseThrow().columns().get(1).words());
    }
  }
}
