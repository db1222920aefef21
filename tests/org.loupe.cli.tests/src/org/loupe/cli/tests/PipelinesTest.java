/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.cli.internal.app.InProcess.loupe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.cli.internal.app.Finished;

/**
 * Pipelines as the converters of scikit-learn and LightGBM write them answer as ONNX Runtime does, from a table of
 * numbers, words and holes; values of their trees are those of all coalitions, by column of the table ({@code
 * tests/golden/sklearn_onnx.py}).
 */
class PipelinesTest {
  @TempDir
  Path folder;
  private JsonObject golden;

  static Stream<String> explained() {
    return Stream.of("boosted-map", "boosted-raw", "boosted-exponential", "forest-words", "forest-missing",
        "extra-number", "forest-pair", "hist-two", "hist-poisson", "tree-way", "lightgbm-two", "lightgbm-poisson",
        "step-robust", "step-minmax", "step-maxabs", "step-best", "step-power", "step-zeroone", "step-bins",
        "step-nested", "step-double", "columns-boosted", "columns-forest", "columns-drop", "columns-drop-two",
        "columns-rare", "columns-codes", "columns-target", "columns-filled", "columns-pass", "columns-nested",
        "columns-numbers", "columns-whole", "columns-sets", "columns-bins", "columns-lightgbm");
  }

  static Stream<String> mixed() {
    return Stream.of("step-normal", "step-components", "step-squares");
  }

  static Stream<String> several() {
    return Stream.of("several-ada", "several-bagging", "several-calibrated", "several-stacked", "several-voting",
        "several-outputs", "several-isolation");
  }

  static Stream<String> all() {
    Stream<String> others = Stream.of("other-logistic", "other-svc", "other-sgd", "other-neighbours", "other-network",
        "other-linear", "other-svr");
    return Stream.concat(Stream.concat(explained(), mixed()), Stream.concat(several(), others));
  }

  private Path model(String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("pipelines/" + name + ".json")) {
      golden = JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getAsJsonObject();
    }
    Files.writeString(file("t.csv"), golden.get("table").getAsString());
    Files.writeString(file("b.csv"), golden.get("background").getAsString());
    try (InputStream in = getClass().getResourceAsStream("pipelines/" + name + ".onnx")) {
      Files.copy(in, file(name + ".onnx"));
    }
    return file(name + ".onnx");
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static void close(double expected, double actual, String what) {
    assertEquals(expected, actual, 1e-6 * Math.max(1, Math.abs(expected)), what);
  }

  @ParameterizedTest
  @MethodSource("all")
  void answersAreThoseOfTheRuntime(String name) throws IOException {
    Finished run = loupe("predict", model(name), "--input", file("t.csv"), "--json").expect(0);
    assertEquals(-1, run.err().indexOf("not a number"), "what is missing is filled, or asked by trees");
    JsonArray results = run.json().getAsJsonArray("results");
    JsonObject outputs = golden.getAsJsonObject("outputs");
    for (int row = 0; row < results.size(); row++) {
      JsonArray given = results.get(row).getAsJsonObject().getAsJsonArray("outputs");
      assertEquals(outputs.size(), given.size());
      for (JsonElement e : given) {
        String output = e.getAsJsonObject().get("name").getAsString();
        JsonArray values = e.getAsJsonObject().getAsJsonArray("values");
        JsonArray expected = outputs.getAsJsonArray(output).get(row).getAsJsonArray();
        assertEquals(expected.size(), values.size(), output);
        for (int i = 0; i < expected.size(); i++) {
          same(expected.get(i).getAsJsonPrimitive(), values.get(i), output + ", row " + row);
        }
      }
    }
    assertEquals(8, results.size());
  }

  private static void same(JsonPrimitive expected, JsonElement actual, String what) {
    if (expected.isNumber()) {
      close(expected.getAsDouble(), actual.getAsDouble(), what);
    } else {
      assertEquals(expected.getAsString(), actual.getAsString(), what);
    }
  }

  private static List<List<String>> cells(Path csv) throws IOException {
    return Files.readAllLines(csv).stream().map(line -> List.of(line.split(",", -1))).toList();
  }

  private Finished explain(Path model, String method, Object... more) {
    List<Object> words = new ArrayList<>(List.of("explain", model, "--input", file("t.csv"), "--method", method));
    words.addAll(List.of(more));
    return loupe(words.toArray());
  }

  @ParameterizedTest
  @MethodSource("explained")
  void valuesAreThoseOfAllCoalitionsByColumnOfTheTable(String name) throws IOException {
    valuesAreThoseOfTheGolden(model(name));
  }

  private void valuesAreThoseOfTheGolden(Path model) throws IOException {
    explain(model, "tree-shap", "--background", file("b.csv"), "--target", golden.get("target"), "--out",
        file("o.csv"), "--out", file("o.json")).expect(0);
    List<List<String>> out = cells(file("o.csv"));
    List<List<String>> table = cells(file("t.csv"));
    JsonObject values = golden.getAsJsonObject("values");
    assertTrue(table.get(0).containsAll(out.get(0).subList(3, out.get(0).size())), out.get(0).toString());
    for (int row = 0; row < 8; row++) {
      List<String> cells = out.get(row + 1);
      double sum = Double.parseDouble(cells.get(2));
      double score = golden.getAsJsonArray("scores").get(row).getAsDouble();
      close(score, Double.parseDouble(cells.get(1)), "score of row " + row);
      close(golden.get("base").getAsDouble(), sum, "base");
      for (String column : table.get(0)) {
        int at = out.get(0).indexOf(column);
        double value = at < 0 ? 0 : Double.parseDouble(cells.get(at));
        sum += value;
        assertEquals(values.getAsJsonArray(column).get(row).getAsDouble(), value,
            1e-6 * Math.max(1, Math.abs(score)), column + " of row " + row);
      }
      assertEquals(Double.parseDouble(cells.get(1)), sum, 1e-9 * Math.max(1, Math.abs(score)), "row " + row);
    }
    shownAsInTheTable(table);
  }

  /** Words as words, also those that an encoder drops, and numbers as they were before they were scaled. */
  private void shownAsInTheTable(List<List<String>> table) throws IOException {
    JsonObject result = JsonParser.parseString(Files.readString(file("o.json"))).getAsJsonObject()
        .getAsJsonObject("result");
    JsonArray features = result.getAsJsonArray("features");
    JsonArray inputs = result.getAsJsonArray("inputs");
    for (int row = 0; row < 8; row++) {
      for (int f = 0; f < features.size(); f++) {
        JsonObject feature = features.get(f).getAsJsonObject();
        JsonArray words = feature.getAsJsonArray("words");
        double shown = inputs.get(row * features.size() + f).getAsDouble();
        String cell = table.get(row + 1).get(table.get(0).indexOf(feature.get("name").getAsString()));
        if (cell.isEmpty()) {
          assertTrue(Double.isNaN(shown), feature + " row " + row);
        } else if (words.isEmpty()) {
          double number = shown / feature.get("scale").getAsDouble() - feature.get("offset").getAsDouble();
          assertEquals(Double.parseDouble(cell), number, 1e-4, feature + " row " + row);
        } else {
          assertEquals(cell, words.get((int) shown).getAsString(), feature + " row " + row);
        }
      }
    }
  }

  /** What is made of several columns at once is explained by the layer that makes it, and that is said. */
  @ParameterizedTest
  @MethodSource("mixed")
  void columnsThatAreMixedAreThoseOfTheLayer(String name) throws IOException {
    Finished run = explain(model(name), "tree-shap", "--background", file("b.csv"), "--target", 1, "--out",
        file("o.csv")).expect(0);
    assertEquals(1, run.err().lines().filter(l -> l.contains("features are those behind the layer")).count());
    List<List<String>> out = cells(file("o.csv"));
    for (int row = 0; row < 8; row++) {
      double sum = out.get(row + 1).stream().skip(2).mapToDouble(Double::parseDouble).sum();
      close(golden.getAsJsonArray("scores").get(row).getAsDouble(), sum, "row " + row);
    }
  }

  @ParameterizedTest
  @MethodSource("several")
  void answersOfSeveralEnsemblesAreRefusedInOneLine(String name) throws IOException {
    Finished run = explain(model(name), "tree-shap", "--background", file("b.csv"), "--out", file("o.csv")).expect(4);
    List<String> said = run.err().lines().filter(l -> !l.contains("card") && !l.contains("in its order")
        && !l.startsWith("loupe: No target")).toList();
    assertEquals(1, said.size(), run.err());
    assertTrue(said.get(0).endsWith("; methods that only ask the model, as occlusion, still answer"), said.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"several-stacked", "columns-boosted"})
  void methodsThatOnlyAskTheModelStillAnswer(String name) throws IOException {
    loupe("explain", model(name), "--input", file("t.csv") + "#1", "--method", "occlusion", "--out",
        file("o.json")).expect(0);
  }

  /** A model of one input of numbers and one of words, whose columns have no names: the card deals them out. */
  @Test
  void aCardIsProposedForBlocksOfColumns() throws IOException {
    Path model = model("blocks");
    String refused = loupe("predict", model, "--input", file("t.csv")).expect(3).err();
    assertTrue(refused.contains("t.csv has 6 columns to feed; input numbers takes 4; say in the card"), refused);
    loupe("card", model, "--input", file("t.csv"), "--out", file("blocks.onnx.card.json")).expect(0);
    valuesAreThoseOfTheGolden(model);
  }

  /** Ages are whole numbers, so that thresholds lie in the middle of two, though the trees ask scaled ones. */
  @Test
  void treesAreDrawnInNumbersOfTheTable() throws IOException {
    loupe("explain", model("step-robust"), "--input", file("t.csv") + "#1", "--background", file("b.csv"), "--method",
        "tree", "--out", file("o.json")).expect(0);
    JsonArray rows = JsonParser.parseString(Files.readString(file("o.json"))).getAsJsonObject()
        .getAsJsonObject("result").getAsJsonArray("rows");
    int ages = 0;
    for (JsonElement row : rows) {
      String[] asked = row.getAsJsonArray().get(3).getAsString().split(" \u2264 ");
      if (asked[0].equals("age")) {
        double threshold = Double.parseDouble(asked[1]);
        assertTrue(threshold > 30 && threshold < 80, asked[1]);
        assertEquals(Math.rint(2 * threshold), 2 * threshold, 1e-3, asked[1]);
        ages++;
      }
    }
    assertTrue(ages > 0);
  }
}
