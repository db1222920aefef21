/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.Progress;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;

/**
 * Ensembles as read give, for the rows that ONNX Runtime was fed, what ONNX Runtime gave ({@code
 * tests/golden/onnx_trees.py}), and their columns tell how the rows were made of the inputs.
 */
class GoldenEnsemblesTest {
  private static final double ERROR = 1e-5;

  @TempDir
  Path folder;

  static Stream<String> names() {
    return Stream.of("forest-words", "forest-zipmap", "forest-average", "boosted", "boosted-two", "boosted-three",
        "doubles", "mode-leq", "mode-lt", "mode-gte", "mode-gt", "mode-eq", "mode-neq", "mode-mixed",
        "mode-mixed-untracked", "whole-numbers", "chain", "two-mixed-none", "two-mixed-none-base", "two-mixed-logistic",
        "two-mixed-logistic-base", "two-mixed-softmax", "two-mixed-softmax-base", "two-positive-none",
        "two-positive-none-base", "two-positive-logistic", "two-positive-logistic-base", "two-positive-softmax",
        "two-positive-softmax-base", "two-second-none", "two-second-logistic", "two-second-softmax",
        "targets-logistic", "targets-softmax", "then-exp", "then-sigmoid", "one-logistic", "flat", "flat-doubles",
        "flat-average", "flat-softmax", "flat-codes", "flat-negative", "flat-one", "pipeline", "inputs",
        "normalized");
  }

  private TreeEnsemble read(String name) throws Exception {
    Path file = folder.resolve(name + ".onnx");
    try (InputStream in = getClass().getResourceAsStream("golden/" + name + ".onnx")) {
      Files.copy(in, file);
    }
    return read(file);
  }

  private static TreeEnsemble read(Path file) throws Exception {
    OnnxTrees provider = new OnnxTrees();
    FileModel model = FileModel.of(file);
    assertTrue(provider.offered(model.description()));
    return provider.facet(model, Progress.NONE).orElseThrow();
  }

  private static JsonObject golden(String name) throws Exception {
    try (InputStream in = GoldenEnsemblesTest.class.getResourceAsStream("golden/" + name + ".json")) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8)).getAsJsonObject();
    }
  }

  private static double[] row(JsonArray array) {
    return array.asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
  }

  @ParameterizedTest
  @MethodSource("names")
  void answersAreThoseOfTheRuntime(String name) throws Exception {
    compare(name, read(name));
  }

  /** A model of the converter of scikit-learn: its trees are split by class, and its rows have no declared width. */
  @Test
  @Tag("shared-data")
  void answersOfARealModelAreThoseOfTheRuntime() throws Exception {
    String told = System.getProperty("loupe.shared");
    Path at = Path.of("").toAbsolutePath();
    while (told == null && at != null && !Files.isDirectory(at.resolve("shared/data/trees"))) {
      at = at.getParent();
    }
    assumeTrue(told != null || at != null, "shared/data/trees is not there");
    Path file = (told != null ? Path.of(told) : at.resolve("shared/data")).resolve("trees/sklearnonnx_treecl.onnx");
    assumeTrue(Files.exists(file), file + " is not there");
    TreeEnsemble trees = read(file);
    compare("sklearnonnx_treecl", trees);
    assertEquals(List.of("0", "1", "2"), trees.outputs());
    assertEquals(30, trees.trees().size());
  }

  private static void compare(String name, TreeEnsemble trees) throws Exception {
    JsonObject golden = golden(name);
    JsonArray rows = golden.getAsJsonArray("value");
    assertTrue(rows.size() >= 30);
    for (int r = 0; r < rows.size(); r++) {
      double[] row = row(rows.get(r).getAsJsonArray());
      assertEquals(row.length, trees.columns().size());
      for (int c = 0; c < row.length; c++) {
        row[c] = trees.rounded(row[c]);
      }
      double[] expected = row(golden.getAsJsonArray("answer").get(r).getAsJsonArray());
      double[] margins = trees.margins(row);
      double[] answer = trees.link().apply(margins);
      assertEquals(expected.length, answer.length);
      for (int k = 0; k < expected.length; k++) {
        assertEquals(expected[k], answer[k], ERROR * Math.max(1, Math.abs(expected[k])), name + " row " + r);
      }
      if (!trees.marginLayer().isEmpty()) {
        double[] scores = row(golden.getAsJsonArray("scores").get(r).getAsJsonArray());
        for (int k = 0; k < scores.length; k++) {
          assertEquals(scores[k], margins[k], ERROR * Math.max(1, Math.abs(scores[k])), name + " row " + r);
        }
      }
    }
  }

  /** But for elements that were missing and imputed: those the trees see filled. */
  @ParameterizedTest
  @ValueSource(strings = {"forest-words", "doubles", "pipeline", "inputs"})
  void columnsTellHowRowsAreMadeOfInputs(String name) throws Exception {
    TreeEnsemble trees = read(name);
    JsonObject golden = golden(name);
    JsonObject inputs = golden.getAsJsonObject("inputs");
    JsonArray rows = golden.getAsJsonArray("value");
    for (int r = 0; r < rows.size(); r++) {
      double[] row = row(rows.get(r).getAsJsonArray());
      for (int c = 0; c < row.length; c++) {
        TreeColumn column = trees.columns().get(c);
        JsonElement given = inputs.getAsJsonArray(column.input()).get(r).getAsJsonArray().get(column.element());
        double number;
        if (!column.category().isEmpty()) {
          number = column.category().equals(given.getAsString()) ? 1 : 0;
        } else if (!column.words().isEmpty()) {
          number = column.words().indexOf(given.getAsString());
        } else {
          number = given.getAsDouble();
        }
        double made = (number + column.offset()) * column.scale();
        if (!Double.isNaN(made)) {
          assertEquals(made, row[c], 1e-5 * Math.max(1, Math.abs(made)), column + " row " + r);
        }
      }
    }
  }

  @Test
  void columnsOfAPipelineLeadBack() throws Exception {
    TreeEnsemble trees = read("pipeline");
    assertEquals("asked", trees.value());
    assertEquals(new TreeColumn("numbers[2]", "numbers", 2, 0.03125, 100, "", List.of()), trees.columns().get(2));
    assertEquals(new TreeColumn("texts[1]=XL", "texts", 1, 1, 0, "XL", List.of()), trees.columns().get(9));
    assertEquals(10, trees.columns().size());
    trees = read("inputs");
    assertEquals(new TreeColumn("weight", "weight", 0, 1, 0, "", List.of()), trees.columns().get(0));
    assertEquals(new TreeColumn("height", "height", 0, 2, -0.5, "", List.of()), trees.columns().get(1));
    assertEquals(new TreeColumn("size", "size", 0, 1, 0, "", List.of("S", "M", "L", "XL")), trees.columns().get(2));
    assertEquals(List.of("light", "heavy"), trees.outputs());
  }

  /** What a normaliser gives is no element of an input: the columns are those of its layer. */
  @Test
  void columnsThatAreMixedStayWhatTheyAre() throws Exception {
    TreeEnsemble trees = read("normalized");
    assertEquals(TreeColumn.plain("unit[3]", "unit", 3), trees.columns().get(3));
  }

  @Test
  void namesAndCoversAreTheFiles() throws Exception {
    TreeEnsemble forest = read("forest-words");
    assertEquals(List.of("high", "low", "middle"), forest.outputs());
    assertEquals(TreeColumn.plain("f3", "x", 3), forest.columns().get(3));
    assertEquals("scores", forest.marginLayer());
    assertTrue(forest.hasCover(), "hit rates of this file add up");
    assertEquals(List.of("0", "1"), read("boosted-two").outputs());
    assertEquals("", read("boosted-three").marginLayer());
    assertEquals("sum", read("then-exp").marginLayer());
    assertEquals(List.of("y[0]", "y[1]"), read("forest-average").outputs());
  }

  /** Equality tests that share a child are one test of a set. */
  @Test
  void chainsOfEqualityAreSets() throws Exception {
    TreeEnsemble trees = read("chain");
    assertEquals(BitSet.valueOf(new long[] {1 << 1 | 1 << 3 | 1 << 7}), trees.trees().get(0).codes(0));
    assertEquals(7, trees.trees().get(0).size());
  }
}
