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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
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

  private static Model open(String name) throws LoupeException {
    return Goldens.load(LOADER, Goldens.folder("xgboost").resolve(name));
  }

  @Test
  void factsOfAFileAreTold() throws Exception {
    try (Model model = open("3.4.0/multi-softprob-found.json")) {
      var description = model.description();
      assertEquals(Set.of("trees", "trees:cover"), description.capabilities());
      assertEquals("multi:softprob", description.properties().get("objective"));
      assertEquals("JSON of version 3.4.0", description.properties().get("written as"));
      assertEquals("gbtree", description.properties().get("booster"));
      assertEquals("6", description.properties().get("trees"));
      assertEquals(new LogitSource("margin", "Softmax"), description.outputs().get(0).logits().orElseThrow());
      TreeEnsemble trees = model.facet(TreeEnsemble.class).orElseThrow();
      assertEquals(List.of("class 0", "class 1", "class 2"), trees.outputs());
      assertEquals(List.of(-0.198723, 0.016984, 0.181739),
          trees.base().stream().map(b -> Math.round(b * 1e6) / 1e6).toList());
      assertTrue(trees.singlePrecision());
      assertTrue(trees.trees().get(0).cover(0) > 0);
    }
  }

  @Test
  void aLinearBoosterSaysThatItHasNoTrees() throws Exception {
    try (Model model = open("0.90/linear.model")) {
      assertEquals(Set.of(), model.description().capabilities());
      assertEquals("none: the booster is linear, a weighted sum of its features",
          model.description().properties().get("trees"));
      assertTrue(model.description().layer("leaf").isEmpty());
    }
  }

  @Test
  void aModelOfNoTreesAnswersItsBaseScore() throws Exception {
    // Where the base score was left to be found, newer versions keep a placeholder, which they take for a raw score.
    for (var wanted : Map.of("2.1.4/none-found.json", 0.5, "2.1.4/none-given.model", 0.3, "3.4.0/none-given.json", 0.3,
        "3.4.0/none-found.json", 1 / (1 + Math.exp(-0.5))).entrySet()) {
      try (Model model = open(wanted.getKey())) {
        double answer = Goldens.values(model, Goldens.row(1, 2, 3, 4, 5, 6, 0), "prediction").get("prediction").get(0);
        assertEquals(wanted.getValue(), answer, 1e-7, wanted.getKey());
        assertEquals(List.of(), model.facet(TreeEnsemble.class).orElseThrow().trees());
        assertTrue(model.description().layer("leaf").isEmpty());
      }
    }
  }

  /** XGBoost writes what overflows in training in these ways. */
  @Test
  void aCoverThatIsNoAmountIsNotTold() throws Exception {
    String model = Files.readString(Goldens.folder("xgboost").resolve("2.1.4/reg-squarederror-given.json"));
    for (String cover : List.of("inf", "Infinity", "-Infinity", "nan", "-nan", "NaN")) {
      Path file = Files.writeString(folder.resolve("a.json"),
          model.replaceFirst("\"sum_hessian\":\\[[^,]*", "\"sum_hessian\":[" + cover));
      try (Model changed = Goldens.load(LOADER, file)) {
        assertEquals(Set.of("trees"), changed.description().capabilities(), cover);
      }
    }
  }

  @Test
  void namesAndWordsAreThoseOfTheFile() throws Exception {
    try (Model model = open("3.4.0/named.json")) {
      assertEquals(XgboostVersionsTest.NAMES,
          model.description().inputs().get(0).columns().stream().map(c -> c.name()).toList());
    }
    for (String name : List.of("3.4.0/words.ubj", "3.4.0/words.json")) {
      try (Model model = open(name)) {
        var columns = model.facet(TreeEnsemble.class).orElseThrow().columns();
        assertEquals(List.of("red", "deep green", "violet"), columns.get(6).words());
        assertEquals(12, columns.get(5).words().size());
        assertEquals("0 房间", columns.get(5).words().get(0));
        assertEquals("ห้อง", columns.get(5).words().get(11));
        assertEquals(List.of(), columns.get(0).words());
        assertEquals("f6", columns.get(6).name());
      }
    }
  }

  @Test
  void aDumpWithoutStatisticsHasNoCoverAndSaysWhatItLacks() throws Exception {
    try (Model model = open("1.0.0/trees-sums.plain.txt")) {
      assertEquals(Set.of("trees"), model.description().capabilities());
      assertTrue(model.description().warnings().toString().contains("objective"));
    }
    try (Model model = open("0.90/trees-sums.stats.json")) {
      assertEquals(Set.of("trees", "trees:cover"), model.description().capabilities());
    }
  }

  @Test
  void aDumpNamesFeaturesInTheOrderOfItsTreesAndKnowsIndicators() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), """
        booster[0]:
        0:[blood pressure [mmHg]<1.5] yes=1,no=2,missing=2
        \t1:[smokes] yes=4,no=3
        \t\t3:leaf=1
        \t\t4:leaf=2
        \t2:[age:{3,5}] yes=6,no=5,missing=6
        \t\t5:leaf=3
        \t\t6:leaf=4
        """);
    try (Model model = Goldens.load(LOADER, file)) {
      assertEquals(List.of("blood pressure [mmHg]", "smokes", "age"),
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
    var wanted = Map.of("binary-logistic", "SIGMOID", "binary-hinge", "STEP", "reg-gamma", "EXP", "survival-aft", "EXP",
        "rank-ndcg", "IDENTITY", "multi-softmax", "SOFTMAX", "reg-quantileerror", "SORTED", "reg-expectileerror",
        "RISING");
    for (var pair : wanted.entrySet()) {
      try (Model model = open("3.4.0/" + pair.getKey() + "-found.json")) {
        assertEquals(Link.Kind.valueOf(pair.getValue()), model.facet(TreeEnsemble.class).orElseThrow().link().kind());
      }
    }
    try (Model model = open("3.4.0/marks.json")) {
      assertEquals(Link.Kind.SIGMOID_EACH, model.facet(TreeEnsemble.class).orElseThrow().link().kind());
    }
    try (Model model = open("2.1.4/reg-quantileerror-found.json")) {
      assertEquals(Link.Kind.IDENTITY, model.facet(TreeEnsemble.class).orElseThrow().link().kind());
    }
  }

  /** The models answer with all their trees, as the library's own predictions of the same files do. */
  @Test
  void aBestIterationIsToldAndNotFollowed() throws Exception {
    try (Model model = open("2.1.4/named.json")) {
      assertEquals("4", model.description().properties().get("trees"));
      String said = model.description().properties().get("best iteration");
      assertTrue(said.startsWith("1, counted from 0"), said);
    }
    try (Model model = open("2.1.4/trees.json")) {
      assertFalse(model.description().properties().containsKey("best iteration"));
    }
  }

  @Test
  void theWordAtTheBeginningOfOldBinaryFilesIsSkipped() throws Exception {
    byte[] content = Files.readAllBytes(Goldens.folder("xgboost").resolve("0.90/named.model"));
    Path file = folder.resolve("headed");
    Files.write(file, "binf".getBytes(StandardCharsets.US_ASCII));
    Files.write(file, content, StandardOpenOption.APPEND);
    assertTrue(LOADER.recognises(new ModelSource(file)));
    try (Model model = Goldens.load(LOADER, file); Model plain = open("0.90/named.model")) {
      var row = Goldens.row(1, 2, 3, 4, 5, 6, 0);
      assertEquals(Goldens.values(plain, row, "margin").get("margin").get(0),
          Goldens.values(model, row, "margin").get("margin").get(0));
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
    String model = Files.readString(Goldens.folder("xgboost").resolve("2.1.4/reg-squarederror-given.json"));
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
