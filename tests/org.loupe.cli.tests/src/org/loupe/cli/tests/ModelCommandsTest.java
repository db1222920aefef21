/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.cli.internal.app.InProcess.loupe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.cli.internal.app.Finished;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.testkit.TinyModels;

/** The commands on models whose answers can be worked out by hand. */
class ModelCommandsTest {
  @TempDir
  Path folder;

  private Path dense;
  private Path conv;
  private Path row;
  private Path square;

  @BeforeEach
  void write() throws IOException {
    dense = TinyModels.write(TinyModels.denseRelu(), folder);
    conv = TinyModels.write(TinyModels.convSoftmax(), folder);
    row = npy("row.npy", Shape.of(1, 3), 20, 50, 30);
    square = npy("square.npy", Shape.of(1, 1, 4, 4), numbers(16));
  }

  @Test
  void inspectTellsTheSignatureInBothForms() {
    String text = loupe("inspect", conv, "--layers").expect(0).out();
    assertTrue(text.contains("  x  FLOAT32 [batch, 1, 4, 4]\n"), text);
    assertTrue(text.contains("  probabilities  FLOAT32 [batch, 2]  Softmax of the logits in logits\n"), text);
    assertTrue(text.lines().anyMatch(l -> l.matches(" *1 +conv +Conv +FLOAT32 \\[batch, 2, 2, 2] +20")), text);
    JsonObject json = loupe("inspect", "--json", conv).expect(0).json();
    assertEquals("[\"batch\",1,4,4]", json.getAsJsonArray("inputs").get(0).getAsJsonObject().get("shape").toString());
    assertEquals(36, json.get("parameters").getAsInt());
    assertEquals(5, json.getAsJsonArray("layers").size());
  }

  @Test
  void inspectTellsWhatCanBeDifferentiated() {
    String text = loupe("inspect", conv, "--coverage").expect(0).out();
    assertTrue(text.lines().anyMatch(l -> l.matches(" +plain +5 exact")), text);
    assertTrue(text.lines().anyMatch(l -> l.matches(" +guided +4 exact, 1 surrogate")), text);
    assertTrue(text.lines().anyMatch(l -> l.matches(" +Relu +1 +exact +surrogate +surrogate")), text);
    assertTrue(!text.contains("\u001b"), "colours are for terminals");
    String layers = loupe("inspect", conv, "--coverage", "--layers").expect(0).out();
    assertTrue(layers.lines().anyMatch(l -> l.matches(" +features +1 +exact +surrogate +surrogate")), layers);
    JsonObject guided = loupe("inspect", "--json", "--coverage", conv).expect(0).json().getAsJsonObject("coverage")
        .getAsJsonObject("guided");
    assertEquals(1, guided.getAsJsonObject("counts").get("surrogate").getAsInt());
    assertEquals("surrogate",
        guided.getAsJsonArray("layers").get(1).getAsJsonObject().get("status").getAsString());
  }

  @Test
  void inspectSumsUpWhatLayersCost() throws IOException {
    String text = loupe("inspect", conv, "--costs").expect(0).out();
    assertTrue(text.contains("costs for x [1, 1, 4, 4]\n"), text);
    // Two channels of 2 x 2 numbers, of nine each; 2 x 3 x 3 weights and two biases of four bytes.
    assertTrue(text.lines().anyMatch(l -> l.matches(" +conv +Conv +\\[1, 2, 2, 2\\] +72 +80 B +32 B")), text);
    JsonObject costs = loupe("inspect", conv, "--costs", "--json", "--input", npy("two.npy", Shape.of(2, 1, 4, 4),
        numbers(32))).expect(0).json().getAsJsonObject("costs");
    assertEquals("{\"x\":[2,1,4,4]}", costs.getAsJsonObject("inputs").toString());
    assertEquals(2 * (72 + 16), costs.get("multiplyAdds").getAsLong());
    assertEquals(36 * 4, costs.get("parameterBytes").getAsLong());
    loupe("inspect", conv, "--costs", "--input", row).expectError(3, "[1, 3]");
  }

  @Test
  void inspectDescribesWeights() throws IOException {
    JsonObject w = loupe("inspect", dense, "--weights", "hidden", "--json").expect(0).json().getAsJsonArray("weights")
        .get(0).getAsJsonObject();
    assertEquals("hidden", w.get("layer").getAsString());
    assertEquals(0, w.get("nan").getAsInt());
    assertTrue(w.get("min").getAsDouble() <= w.get("mean").getAsDouble(), w.toString());
    String all = loupe("inspect", conv, "--weights", "all").expect(0).out();
    assertTrue(all.lines().anyMatch(
        l -> l.matches(" +conv +W +.*FLOAT32 \\[2, 1, 3, 3\\] +1 +1 +1 +0 +0.0 % +0 +0")), all);
    loupe("inspect", conv, "--weights", "nothing").expectError(2, "nothing");
  }

  @Test
  void inspectMeasuresNodes() {
    loupe("inspect", conv, "--profile").expectError(2, "--input");
    loupe("inspect", conv, "--profile", "--input", square, "--runs", "0").expectError(2, "--runs");
    String text = loupe("inspect", conv, "--profile", "--input", square, "--runs", "1").expect(0).out();
    assertTrue(text.contains("profile of 1 run: "), text);
    JsonObject profile = loupe("inspect", conv, "--profile", "--input", square, "--runs", "3", "--json").expect(0)
        .json().getAsJsonObject("profile");
    assertEquals(3, profile.get("runs").getAsInt());
    double sum = 0;
    for (var node : profile.getAsJsonArray("nodes")) {
      sum += node.getAsJsonObject().get("micros").getAsDouble();
    }
    assertTrue(sum <= profile.get("totalMicros").getAsDouble() + 1e-6, profile.toString());
  }

  @Test
  void aCardIsPrintedOrWrittenButOverwritesNothing() throws IOException {
    String printed = loupe("card", dense).expect(0).out();
    assertTrue(JsonParser.parseString(printed).getAsJsonObject().getAsJsonObject("inputs").has("x"), printed);
    Path card = folder.resolve("c.json");
    loupe("card", dense, "--out", card).expect(0);
    assertEquals(JsonParser.parseString(printed), JsonParser.parseString(Files.readString(card)));
    Files.writeString(card, "mine");
    loupe("card", dense, "--out", card).expectError(2, "--force");
    assertEquals("mine", Files.readString(card));
    loupe("card", dense, "--out", card, "--force").expect(0);
    assertEquals(JsonParser.parseString(printed), JsonParser.parseString(Files.readString(card)));
  }

  @Test
  void predictGivesTheModelsNumbers() {
    JsonObject y = loupe("predict", dense, "--input", row, "--json").expect(0).json().getAsJsonArray("outputs").get(0)
        .getAsJsonObject();
    double[] expected = TinyModels.denseReluAnswer(20, 50, 30);
    JsonArray values = y.getAsJsonArray("values");
    assertEquals(expected[0], values.get(0).getAsDouble());
    assertEquals(expected[1], values.get(1).getAsDouble());
    assertEquals("[1,2]", y.get("shape").toString());
    assertEquals(1, y.getAsJsonArray("top").get(0).getAsJsonObject().get("index").getAsInt());
  }

  @Test
  void predictShowsLabelsAndLogits() throws IOException {
    Path labels = Files.writeString(folder.resolve("labels.txt"), "left\nright \u001b[31m\n");
    Finished done = loupe("predict", conv, "--input", "x=" + square, "--labels", labels, "--top", 2).expect(0);
    assertTrue(done.out().contains("left"), done.out());
    assertFalse(done.out().contains("\u001b"), done.out());
    // The convolution of 0..15 with ones: 45 54 81 90; less 50 and 75, positive part: 0 4 31 40 and 0 0 6 15.
    // The logit is the sum of the first channel less that of the second, 75 - 21, and the reverse.
    assertTrue(done.out().lines().anyMatch(l -> l.matches(" *0 +left +1 +54")), done.out());
  }

  @Test
  void wrongInputsEndWithTheirCodes() throws IOException {
    loupe("predict", dense, "--input", folder.resolve("none.npy")).expectError(3, "none.npy");
    loupe("predict", dense, "--input", square).expectError(3, "[1, 1, 4, 4]");
    loupe("predict", dense, "--input", Files.writeString(folder.resolve("x.npy"), "no tensor")).expectError(3, "x.npy");
    loupe("predict", dense, "--input", row, "--output", "z").expectError(2, "no output z");
    loupe("predict", folder.resolve("none.onnx"), "--input", row).expectError(3, "none.onnx");
    loupe("predict", row, "--input", row).expectError(3, "row.npy");
    byte[] bytes = Files.readAllBytes(dense);
    Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(bytes, bytes.length / 2));
    loupe("predict", cut, "--input", row).expectError(3, "cut.onnx");
    loupe("predict", dense, "--input", row, "--device", "quantum").expectError(2, "quantum");
  }

  @Test
  void aNumberThatIsNoneIsFedToTheModelButNotExplained() throws IOException {
    Path bad = npy("bad.npy", Shape.of(1, 3), 1, Float.NaN, 2);
    Finished done = loupe("predict", dense, "--input", bad, "--json").expect(0);
    assertTrue(done.err().contains("input x holds a value that is not a number"), done.err());
    assertEquals("NaN", done.json().getAsJsonArray("outputs").get(0).getAsJsonObject().getAsJsonArray("values").get(0)
        .getAsString());
    Path out = folder.resolve("bad-map.npy");
    loupe("explain", dense, "--input", bad, "--method", "occlusion", "--out", out).expectError(3, "not a number");
    assertFalse(Files.exists(out));
    // No score is a number, so there is no top class to explain.
    loupe("explain", dense, "--input", bad, "--method", "occlusion", "--out", out, "--allow-nonfinite").expect(4);
    loupe("explain", dense, "--input", bad, "--method", "occlusion", "--out", out, "--allow-nonfinite", "--target", 0)
        .expect(0);
    assertTrue(Files.exists(out));
    assertTrue(loupe("activations", dense, "--input", bad, "--all", "--out", folder.resolve("a")).expect(0).err()
        .contains("NaN"));
  }

  @Test
  void activationsAreFilesWithAnIndexAndAPicture() throws IOException {
    Path out = folder.resolve("layers");
    loupe("activations", conv, "--input", square, "--layer", "features", "body/conv", "--out", out).expect(0);
    // conv adds the bias to the sums of the windows
    assertArrayEquals(new float[] {-5, 4, 31, 40, -30, -21, 6, 15},
        NpyReader.read(out.resolve("002-conv.npy")).toFloats());
    assertArrayEquals(new float[] {0, 4, 31, 40, 0, 0, 6, 15},
        NpyReader.read(out.resolve("001-features.npy")).toFloats());
    JsonObject index = JsonParser.parseString(Files.readString(out.resolve("index.json"))).getAsJsonObject();
    JsonObject first = index.getAsJsonArray("layers").get(0).getAsJsonObject();
    assertEquals("features", first.get("layer").getAsString());
    assertEquals("[1,2,2,2]", first.get("shape").toString());
    assertEquals(40, first.getAsJsonObject("statistics").get("max").getAsDouble());
    assertNotNull(ImageIO.read(out.resolve(first.get("picture").getAsString()).toFile()));
  }

  @Test
  void allLayersCanBeCapturedInGroups() throws IOException {
    Path out = folder.resolve("all");
    JsonObject done = loupe("activations", conv, "--input", square, "--all", "--memory", "1", "--out", out, "--json")
        .expect(0).json();
    assertEquals(5, done.getAsJsonArray("layers").size());
    assertArrayEquals(new float[] {54, -54}, NpyReader.read(out.resolve("004-logits.npy")).toFloats());
    loupe("activations", conv, "--input", square, "--layer", "feature", "--out", out).expectError(2, "features");
    loupe("activations", conv, "--input", square, "--out", out).expectError(2, "--all");
  }

  @Test
  void activationsOfAPatternWithFiguresOfTheirChannels() throws IOException {
    Path out = folder.resolve("pattern");
    JsonObject done = loupe("activations", conv, "--input", square, "--layer", "feat*", "--out", out, "--json")
        .expect(0).json();
    JsonObject layer = done.getAsJsonArray("layers").get(0).getAsJsonObject();
    assertEquals(1, done.getAsJsonArray("layers").size());
    assertEquals(0.375, layer.getAsJsonObject("statistics").get("sparsity").getAsDouble());
    assertEquals("MAPS", layer.get("kind").getAsString());
    List<String> table = Files.readAllLines(out.resolve("001-features.csv"));
    assertTrue(table.get(0).startsWith("channel,mean,std,min,max,sparsity"), table.get(0));
    assertTrue(table.get(1).startsWith("0,18.75,"), table.get(1));
    assertEquals(3, table.size());
    loupe("activations", conv, "--input", square, "--layer", "no*such", "--out", out).expectError(2, "no*such");
  }

  @Test
  void activationsOfASecondRunReplaceThoseOfTheFirstAndNothingElse() throws IOException {
    Path out = folder.resolve("twice");
    loupe("activations", conv, "--input", square, "--layer", "all", "--out", out).expect(0);
    assertTrue(Files.exists(out.resolve("004-logits.npy")));
    Files.writeString(out.resolve("mine.csv"), "1");
    loupe("activations", conv, "--input", square, "--layer", "conv", "--out", out).expect(0);
    assertFalse(Files.exists(out.resolve("004-logits.npy")));
    assertTrue(Files.exists(out.resolve("001-conv.npy")));
    assertTrue(Files.exists(out.resolve("mine.csv")));
    Files.writeString(out.resolve("index.json"), "[]");
    loupe("activations", conv, "--input", square, "--layer", "conv", "--out", out).expectError(2, "index.json");
  }

  @Test
  void activationsAreComparedWithAnotherLayerOrInput() throws IOException {
    Path out = folder.resolve("compared");
    JsonObject done = loupe("activations", conv, "--input", square, "--layer", "conv", "--compare", "layer:features",
        "--out", out, "--json").expect(0).json();
    JsonObject difference = done.getAsJsonArray("layers").get(0).getAsJsonObject().getAsJsonObject("difference");
    assertArrayEquals(new float[] {-5, 0, 0, 0, -30, -21, 0, 0},
        NpyReader.read(out.resolve(difference.get("file").getAsString())).toFloats());
    assertEquals(30, difference.getAsJsonObject("figures").get("largest difference").getAsDouble());
    JsonObject same = loupe("activations", conv, "--input", square, "--layer", "conv", "--compare", square,
        "--out", out, "--json").expect(0).json().getAsJsonArray("layers").get(0).getAsJsonObject();
    assertEquals(0, same.getAsJsonObject("difference").getAsJsonObject("figures").get("rms difference").getAsDouble());
    loupe("activations", conv, "--input", square, "--layer", "conv", "--compare", "layer:logits", "--out", out)
        .expectError(4, "shape");
  }

  @Test
  void surveyTellsOfEveryLayerAndWhereNaNAppears() throws IOException {
    Path out = folder.resolve("survey");
    JsonObject done = loupe("activations", conv, "--input", square, "--survey", "--out", out, "--json")
        .expect(0).json();
    assertEquals(5, done.getAsJsonArray("surveyedLayers").size());
    JsonObject features = done.getAsJsonArray("surveyedLayers").asList().stream().map(JsonElement::getAsJsonObject)
        .filter(l -> l.get("layer").getAsString().equals("features")).findFirst().orElseThrow();
    assertEquals(0.375, features.get("sparsity").getAsDouble());
    assertEquals(0, features.get("deadShare").getAsDouble());
    assertTrue(done.get("firstNonFiniteLayer").isJsonNull());
    assertTrue(Files.readString(out.resolve("survey.csv")).contains("features"));
    Path bad = npy("worse.npy", Shape.of(1, 3), 1, Float.NaN, 2);
    Finished warned = loupe("activations", dense, "--input", bad, "--survey", "--out", out).expect(0);
    assertTrue(warned.err().contains("appears first in layer"), warned.err());
  }

  @Test
  void benchMeasuresAndSaysSoInOneDocument() {
    JsonObject done = loupe("bench", dense, "--method", "forward", "--input", row, "--batch", 4, "--repeat", 3,
        "--json").expect(0).json();
    assertEquals(3, done.get("repeat").getAsInt());
    double min = done.get("minMillis").getAsDouble();
    assertTrue(min > 0 && min <= done.get("medianMillis").getAsDouble(), done.toString());
    assertTrue(done.get("loadMillis").getAsDouble() > 0);
    loupe("bench", dense, "--method", "gradient", "--batch", 3, "--input", row, "--repeat", 2).expect(0);
    loupe("bench", dense, "--method", "occlusion", "--input", row, "--repeat", 1, "--warmup", 0).expect(0);
    loupe("bench", dense, "--method", "backward", "--input", row).expectError(2, "backward");
  }

  private Path npy(String name, Shape shape, float... values) throws IOException {
    Path file = folder.resolve(name);
    NpyWriter.write(ArrayTensor.of(shape, values), file);
    return file;
  }

  private static float[] numbers(int n) {
    float[] out = new float[n];
    IntStream.range(0, n).forEach(i -> out[i] = i);
    return out;
  }
}
