/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LogitSource;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelSource;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.TreeEnsemble;

/** Files of every format and booster answer as the trees that were written into them. */
class XgboostLoaderTest {
  private static final XgboostLoader LOADER = new XgboostLoader();

  @TempDir
  Path folder;

  @TestFactory
  Stream<DynamicTest> everyFormatAnswersAsItsTreesDo() throws Exception {
    List<Path> models = Goldens.models("xgboost");
    assertTrue(models.size() > 30, models.toString());
    return models.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
      assertTrue(LOADER.recognises(new ModelSource(file)));
      try (Model model = Goldens.load(LOADER, file)) {
        Goldens.assertAnswers(model, file);
      }
    }));
  }

  private static Model open(String name) throws LoupeException {
    return Goldens.load(LOADER, Goldens.folder("xgboost").resolve(name));
  }

  @Test
  void factsOfAFileAreTold() throws Exception {
    try (Model model = open("classes.ubj")) {
      var description = model.description();
      assertEquals(Set.of("trees", "trees:cover"), description.capabilities());
      assertEquals("multi:softprob", description.properties().get("objective"));
      assertEquals("UBJSON of version 3.1.1", description.properties().get("written as"));
      assertEquals("gbtree", description.properties().get("booster"));
      assertEquals("6", description.properties().get("trees"));
      assertEquals(new LogitSource("margin", "Softmax"), description.outputs().get(0).logits().orElseThrow());
      TreeEnsemble trees = model.facet(TreeEnsemble.class).orElseThrow();
      assertEquals(List.of("class 0", "class 1", "class 2"), trees.outputs());
      assertEquals(List.of(0.2, 0.5, 0.3), trees.base().stream().map(b -> Math.round(b * 1e6) / 1e6).toList());
      assertTrue(trees.singlePrecision());
      assertEquals(75, trees.trees().get(0).cover(0));
    }
  }

  @Test
  void aLinearBoosterSaysThatItHasNoTrees() throws Exception {
    try (Model model = open("linear-binary.model")) {
      assertEquals(Set.of(), model.description().capabilities());
      assertEquals("none: the booster is linear, a weighted sum of its features",
          model.description().properties().get("trees"));
      assertTrue(model.description().layer("leaf").isEmpty());
    }
  }

  @Test
  void aModelOfNoTreesAnswersItsBaseScore() throws Exception {
    Path file = Files.writeString(folder.resolve("none.json"), """
        {"learner":{"gradient_booster":{"name":"gbtree","model":{"trees":[],"tree_info":[],"cats":{"enc":[]}}},
        "learner_model_param":{"base_score":"[2.5E-1]","num_class":"0","num_feature":"2","num_target":"1"},
        "objective":{"name":"binary:logistic"}},"version":[3,3,0]}""");
    try (Model model = Goldens.load(LOADER, file)) {
      assertEquals(0.25, Goldens.values(model, Goldens.row(1, 2), "prediction").get("prediction").get(0), 1e-7);
      assertEquals(List.of(), model.facet(TreeEnsemble.class).orElseThrow().trees());
      assertTrue(model.description().layer("leaf").isEmpty());
    }
  }

  @Test
  void namesAndWordsAreThoseOfTheFile() throws Exception {
    try (Model model = open("named.json")) {
      assertEquals(List.of("age", "mean blood pressure", "höhe", "ขนาด", "code"),
          model.description().inputs().get(0).columns().stream().map(c -> c.name()).toList());
    }
    try (Model model = open("categories.ubj")) {
      var columns = model.facet(TreeEnsemble.class).orElseThrow().columns();
      assertEquals(List.of("red", "deep green", "violet"), columns.get(4).words());
      assertEquals(List.of(), columns.get(0).words());
      assertEquals("f4", columns.get(4).name());
    }
  }

  @Test
  void aDumpWithoutStatisticsHasNoCoverAndSaysWhatItLacks() throws Exception {
    try (Model model = open("dump-plain.txt")) {
      assertEquals(Set.of("trees"), model.description().capabilities());
      assertTrue(model.description().warnings().toString().contains("objective"));
    }
    try (Model model = open("dump-json-stats.json")) {
      assertEquals(Set.of("trees", "trees:cover"), model.description().capabilities());
    }
  }

  @Test
  void aDumpNamesFeaturesInTheOrderOfItsTreesAndKnowsIndicators() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), """
        booster[0]:
        0:[blood pressure<1.5] yes=1,no=2,missing=2
        \t1:[smokes] yes=4,no=3
        \t\t3:leaf=1
        \t\t4:leaf=2
        \t2:[age:{3,5}] yes=6,no=5,missing=6
        \t\t5:leaf=3
        \t\t6:leaf=4
        """);
    try (Model model = Goldens.load(LOADER, file)) {
      assertEquals(List.of("blood pressure", "smokes", "age"),
          model.description().inputs().get(0).columns().stream().map(c -> c.name()).toList());
      double nan = Double.NaN;
      assertEquals(2, margin(model, 1, 1, 0));
      assertEquals(1, margin(model, 1, 0, 0));
      assertEquals(1, margin(model, 1, nan, 0));
      assertEquals(4, margin(model, 1.5, 0, 3));
      assertEquals(3, margin(model, nan, 0, 4));
      assertEquals(4, margin(model, nan, 0, nan));
    }
  }

  private static double margin(Model model, double... row) throws LoupeException {
    return Goldens.values(model, Goldens.row(row), "margin").get("margin").get(0);
  }

  @Test
  void linksFollowTheObjective() throws Exception {
    var wanted = List.of("binary-logistic SIGMOID", "binary-logitraw IDENTITY", "binary-hinge STEP",
        "count-poisson EXP", "reg-gamma EXP", "rank-ndcg IDENTITY", "survival-cox EXP", "survival-aft EXP",
        "reg-squarederror IDENTITY", "reg-logistic SIGMOID", "reg-tweedie EXP");
    for (String pair : wanted) {
      String[] parts = pair.split(" ");
      try (Model model = open(parts[0] + ".json")) {
        assertEquals(Link.Kind.valueOf(parts[1]), model.facet(TreeEnsemble.class).orElseThrow().link().kind(), pair);
      }
    }
  }

  @Test
  void otherFilesOfTheSameEndingsAreNotTaken() throws Exception {
    for (String text : List.of("{\"a\": 1}", "{\"learner\": \"Ann\", \"course\": {}}",
        "[1, 2]", "[{\"id\": 3}]", "learner", "", "0: nothing",
        "tree\nversion=v4\n", "id,name\n1,a\n", "{}", "tree of life\nversion=2")) {
      Path file = Files.writeString(folder.resolve("other.json"), text);
      assertFalse(LOADER.recognises(new ModelSource(file)), text);
    }
    Path tree = Files.writeString(folder.resolve("other.txt"), "tree of life\nversion=2");
    assertFalse(new LightgbmLoader().recognises(new ModelSource(tree)));
    assertFalse(LOADER.recognises(new ModelSource(folder.resolve("missing.json"))));
    assertFalse(LOADER.recognises(new ModelSource(folder)));
  }

  @Test
  void boostersAndObjectivesThatCannotBeComputedAreNamed() throws Exception {
    String model = Files.readString(Goldens.folder("xgboost").resolve("reg-squarederror.json"));
    Path file = Files.writeString(folder.resolve("a.json"), model.replace("\"gbtree\"", "\"gbforest\""));
    LoupeException error = assertThrows(LoupeException.class, () -> Goldens.load(LOADER, file));
    assertEquals(LoupeException.Kind.NOT_APPLICABLE, error.kind());
    assertTrue(error.getMessage().contains("gbforest"), error.getMessage());
    Files.writeString(file, model.replace("reg:squarederror", "my:own"));
    try (Model own = Goldens.load(LOADER, file)) {
      assertTrue(own.description().warnings().get(0).contains("my:own"));
    }
  }
}
