/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.cli.internal.app.InProcess.loupe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.cli.internal.app.Finished;
import org.loupe.testkit.TinyModels;

/**
 * Rows of tables on a model of two stumps: 1 up to an age of 50 (6 of 8 training rows) and 3 above, plus 0 for women (4
 * of 8) and 2 for men. Shapley values of a stump are its leaf less its mean: -0.5 or 1.5 for the age, -1 or 1 for the
 * sex, from a base of 2.5.
 */
class TablesTest {
  private static final String MODEL = """
      tree
      version=v4
      num_class=1
      num_tree_per_iteration=1
      label_index=0
      max_feature_idx=1
      objective=regression
      feature_names=age sex
      feature_infos=[0:100] [0:1]

      Tree=0
      num_leaves=2
      num_cat=0
      split_feature=0
      split_gain=1
      threshold=50
      decision_type=10
      left_child=-1
      right_child=-2
      leaf_value=1 3
      leaf_weight=6 2
      leaf_count=6 2
      internal_value=1.5
      internal_weight=8
      internal_count=8
      is_linear=0
      shrinkage=1

      Tree=1
      num_leaves=2
      num_cat=0
      split_feature=1
      split_gain=1
      threshold=0.5
      decision_type=10
      left_child=-1
      right_child=-2
      leaf_value=0 2
      leaf_weight=4 4
      leaf_count=4 4
      internal_value=1
      internal_weight=8
      internal_count=8
      is_linear=0
      shrinkage=1

      end of trees
      """;
  private static final String TABLE = "id,sex,age,y\nA,female,40,1\nB,male,60,5\nC,female,60,3\nD,male,,0\n";
  private static final String SHAP = """
      row,score,base,age,sex
      A,1.0,2.5,-0.5,-1.0
      B,5.0,2.5,1.5,1.0
      C,3.0,2.5,1.5,-1.0
      D,3.0,2.5,-0.5,1.0
      """.replace("\n", "\r\n");
  @TempDir
  Path folder;
  private Path model;
  private Path table;

  @BeforeEach
  void write() throws IOException {
    model = Files.writeString(folder.resolve("stumps.txt"), MODEL);
    table = Files.writeString(folder.resolve("t.csv"), TABLE);
    loupe("card", model, "--input", table, "--out", folder.resolve("stumps.txt.card.json")).expect(0);
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  private String rows(String selection) {
    return table + selection;
  }

  @Test
  void aCardIsProposedFromModelAndTable() throws IOException {
    JsonObject card = JsonParser.parseString(Files.readString(folder.resolve("stumps.txt.card.json")))
        .getAsJsonObject().getAsJsonObject("inputs").entrySet().iterator().next().getValue().getAsJsonObject();
    assertEquals("tabular", card.get("modality").getAsString());
    assertEquals("id", card.get("id").getAsString());
    assertEquals("y", card.get("label").getAsString());
    assertEquals("[{\"name\":\"age\"},{\"name\":\"sex\",\"words\":[\"female\",\"male\"]}]",
        card.get("columns").toString());
  }

  /** The one probability of a model of two classes is that of the second word. */
  @Test
  void aCardNamesTheClassWhoseProbabilityTheModelGives() throws IOException {
    Path binary = Files.writeString(folder.resolve("binary.txt"),
        MODEL.replace("objective=regression", "objective=binary sigmoid:1"));
    Path words = Files.writeString(folder.resolve("words.csv"),
        "sex,age,y\nfemale,40,sick\nmale,60,well\nmale,50,sick\n");
    loupe("card", binary, "--input", words, "--out", folder.resolve("binary.txt.card.json")).expect(0);
    JsonObject outputs = JsonParser.parseString(Files.readString(folder.resolve("binary.txt.card.json")))
        .getAsJsonObject().getAsJsonObject("outputs");
    assertEquals("{\"prediction\":{\"labels\":[\"well\"]}}", outputs.toString());
    loupe("card", model, "--input", words, "--out", folder.resolve("other.json")).expect(0);
    assertFalse(Files.readString(folder.resolve("other.json")).contains("outputs"), "a regression has no classes");
  }

  @Test
  void everyRowIsPredicted() {
    String all = loupe("predict", model, "--input", table).expect(0).out();
    assertEquals(List.of("t.csv#id=A", "t.csv#id=B", "t.csv#id=C", "t.csv#id=D"),
        all.lines().map(l -> l.split("\t")[0]).toList());
    assertEquals(List.of("1", "5", "3", "3"), all.lines().map(l -> l.split("\t")[3]).toList());
    JsonArray results = loupe("predict", model, "--input", rows("#2-3"), "--json").expect(0).json()
        .getAsJsonArray("results");
    assertEquals(2, results.size());
    assertEquals("t.csv#id=B", results.get(0).getAsJsonObject().get("input").getAsString());
  }

  @Test
  void aRowIsNamedByNumberOrName() {
    for (String row : List.of("#2", "#id=B")) {
      JsonObject one = loupe("predict", model, "--input", rows(row), "--json").expect(0).json();
      assertEquals(5, one.getAsJsonArray("outputs").get(0).getAsJsonObject().getAsJsonArray("values").get(0)
          .getAsDouble(), row);
      assertEquals("t.csv" + row, one.get("input").getAsString());
    }
  }

  @Test
  void aWholeTableIsExplainedAsItComesOrAtOnceWithTheSameNumbers() throws IOException {
    loupe("explain", model, "--input", table, "--method", "tree-shap", "--out", out("a.csv")).expect(0);
    assertEquals(SHAP, Files.readString(out("a.csv")));
    loupe("explain", model, "--input", table, "--method", "tree-shap", "--out", out("b.csv"), "--out", out("b.xai"),
        "--out", out("b.json")).expect(0);
    assertEquals(SHAP, Files.readString(out("b.csv")));
    assertEquals("bit-equal", loupe("rerun", out("b.xai")).expect(0).out().strip());
    assertFalse(Files.exists(out("a.csv.part")) || Files.exists(out("a.csv.part.json")));
  }

  @Test
  void aStreamThatWasBrokenOffGoesOn() throws IOException {
    Path big = folder.resolve("big.csv");
    try (BufferedWriter writer = Files.newBufferedWriter(big)) {
      writer.write("sex,age\n");
      for (int i = 0; i < 9000; i++) {
        writer.write((i % 2 == 0 ? "female," : "male,") + i % 97 + "\n");
      }
      writer.write("x,1\n");
    }
    Object[] words = {"explain", model, "--input", big, "--method", "tree-shap", "--out", out("big-out.csv"),
        "--card-set", "id=", "--card-set", "label="};
    loupe(words).expectError(3, "big.csv, row 9001 (line 9002), column sex: \"x\" is none of the words female, male");
    assertFalse(Files.exists(out("big-out.csv")));
    long there = Files.size(out("big-out.csv.part"));
    Finished again = loupe(words).expect(3);
    assertTrue(again.err().contains("going on after 8192 rows"), again.err());
    assertEquals(there, Files.size(out("big-out.csv.part")));
    List<String> lines = new ArrayList<>(Files.readAllLines(big));
    lines.remove(9001);
    Files.write(big, lines);
    // What is there was made of another table, so it counts for nothing.
    Finished done = loupe(words).expect(0);
    assertFalse(done.err().contains("going on"), done.err());
    assertEquals(9001, Files.readAllLines(out("big-out.csv")).size());
  }

  @Test
  void methodsOfOneInputGetOneRowAfterTheOther() throws IOException {
    Object[] words = {"explain", model, "--input", rows("#1-3"), "--method", "occlusion", "--out", out("occ/{}.csv")};
    assertEquals(3, loupe(words).expect(0).out().lines().count());
    assertTrue(Files.exists(out("occ/t-1.csv")) && Files.exists(out("occ/t-3.csv")));
    assertTrue(loupe(words).expect(0).out().lines().allMatch(l -> l.contains("there already")));
    loupe("explain", model, "--input", table, "--method", "occlusion", "--out", out("occ.csv"))
        .expectError(2, "would be written again for each row of the table");
  }

  @Test
  void aBackgroundIsComparedWithAndKept() throws IOException {
    loupe("explain", model, "--input", rows("#2"), "--method", "tree-shap", "--background", rows("#1"), "--out",
        out("b.csv"), "--out", out("b.xai"), "--out", out("b.json")).expect(0);
    // Against the woman of 40 the man of 60 has 2 more by each stump.
    assertEquals("row,score,base,age,sex\r\nB,5.0,1.0,2.0,2.0\r\n", Files.readString(out("b.csv")));
    JsonObject provenance = JsonParser.parseString(Files.readString(out("b.json"))).getAsJsonObject()
        .getAsJsonObject("provenance");
    assertEquals("t.csv#1", provenance.get("background").getAsString());
    assertEquals(64, provenance.get("background-sha256").getAsString().length());
    assertEquals("bit-equal", loupe("rerun", out("b.xai")).expect(0).out().strip());
    loupe("explain", model, "--input", rows("#2"), "--method", "occlusion", "--background", table, "--out",
        out("c.csv")).expectError(2, "compares with nothing");
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    loupe("predict", model, "--input", rows("#9")).expectError(3, "t.csv has 4 rows; there is no row 9");
    loupe("predict", model, "--input", rows("#id=Z")).expectError(3, "t.csv has no row called Z");
    loupe("predict", model, "--input", rows("#0")).expectError(2, "\"#0\" names no rows");
    loupe("predict", model, "--input", rows("#x")).expectError(2, "\"#x\" names no rows");
    Files.writeString(table, "id,sex,age,y\nA,female,40,1\nB,male,inf,5\n");
    loupe("explain", model, "--input", table, "--method", "tree-shap", "--out", out("x.json"))
        .expectError(3, "t.csv, row 2 (line 3), column age: \"inf\" is infinite; correct it");
    Files.writeString(table, "id,age,y\nA,40,1\n");
    loupe("predict", model, "--input", table).expectError(3, "t.csv has no column \"sex\", which the model takes");
    Files.writeString(table, "id,sex,age,y\n");
    loupe("predict", model, "--input", rows("#1")).expectError(3, "t.csv has a heading and no rows");
    Files.write(table, new byte[] {1, 0, 2});
    loupe("predict", model, "--input", table).expectError(3, "t.csv is a binary file and no table");
    loupe("card", model, "--input", TinyModels.write(TinyModels.oneConv(), folder)).expectError(2, "made from tables");
  }

  @Test
  void rowsOfAnOnnxModelAreReadInTheirOrder() throws IOException {
    Path dense = TinyModels.write(TinyModels.denseRelu(), folder);
    Path numbers = Files.writeString(folder.resolve("n.csv"), "a;b;c\n1,5;2;3\n20;0;-1\n");
    Finished done = loupe("predict", dense, "--input", numbers, "--card-set", "decimal-comma=true", "--json").expect(0);
    assertTrue(done.err().contains("were taken in its order"), done.err());
    JsonArray results = done.json().getAsJsonArray("results");
    double[][] rows = {{1.5, 2, 3}, {20, 0, -1}};
    for (int i = 0; i < rows.length; i++) {
      double[] expected = TinyModels.denseReluAnswer(rows[i]);
      JsonArray values = results.get(i).getAsJsonObject().getAsJsonArray("outputs").get(0).getAsJsonObject()
          .getAsJsonArray("values");
      assertEquals(expected[0], values.get(0).getAsDouble(), 1e-5);
      assertEquals(expected[1], values.get(1).getAsDouble(), 1e-5);
    }
  }

  @Test
  @Tag("long")
  void aMillionRowsStream() throws IOException {
    Path million = folder.resolve("million.csv");
    int rows = 1_000_000;
    try (BufferedWriter writer = Files.newBufferedWriter(million)) {
      writer.write("sex,age\n");
      for (int i = 0; i < rows; i++) {
        writer.write((i % 2 == 0 ? "female," : "male,") + i % 101 + "\n");
      }
    }
    loupe("explain", model, "--input", million, "--method", "tree-shap", "--out", out("million-out.csv"),
        "--card-set", "id=", "--card-set", "label=").expect(0);
    int row = 0;
    try (var lines = Files.newBufferedReader(out("million-out.csv"))) {
      assertEquals("row,score,base,age,sex", lines.readLine());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        double age = row % 101 > 50 ? 1.5 : -0.5;
        double sex = row % 2 == 0 ? -1 : 1;
        row++;
        assertEquals(row + "," + (2.5 + age + sex) + ",2.5," + age + "," + sex, line);
      }
    }
    assertEquals(rows, row);
  }
}
