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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.cli.internal.app.InProcess.loupe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.cli.internal.app.Finished;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.testkit.TinyModels;

/** {@code explain} and {@code rerun} on a linear score of a picture, where occlusion has a closed form. */
class ExplainTest {
  private static final int SIDE = 8;

  @TempDir
  Path folder;

  private Path model;
  private Path red;

  @BeforeEach
  void write() throws IOException {
    model = TinyModels.write(TinyModels.leftHalfRedness(), folder);
    red = picture("red.png", 0xff0000);
  }

  @Test
  void everyKindOfFileIsWritten() throws IOException {
    Object[] words = {"explain", model, "--input", red, "--method", "occlusion", "--set", "window=1", "--target", "0",
        "--json", "--out", folder.resolve("m.npy"), folder.resolve("m.png"), folder.resolve("m.svg"),
        folder.resolve("m.json"), folder.resolve("m.csv"), folder.resolve("m.html"), folder.resolve("m.xai")};
    JsonObject done = loupe(words).expect(0).json();
    assertEquals(7, done.getAsJsonArray("files").size());
    assertEquals("completed", done.get("status").getAsString());
    assertEquals("index:0", done.getAsJsonObject("provenance").get("target").getAsString());
    for (String ending : List.of("npy", "png", "svg", "json", "csv", "html", "xai")) {
      assertTrue(Files.size(folder.resolve("m." + ending)) > 0, ending);
    }
    BufferedImage drawn = ImageIO.read(folder.resolve("m.png").toFile());
    assertTrue(drawn.getWidth() > 200 && drawn.getWidth() <= 640 && drawn.getHeight() <= 480, drawn.toString());
    assertTrue(JsonParser.parseString(Files.readString(folder.resolve("m.json"))).isJsonObject());
    // A red pixel of the left half adds 1/32 to the score, one of the right half nothing; all channels get the same.
    Tensor map = NpyReader.read(folder.resolve("m.npy"));
    assertEquals("[1, 3, 8, 8]", map.shape().toString());
    for (int i = 0; i < map.size(); i++) {
      assertEquals(i % SIDE < SIDE / 2 ? 1 / 32.0 : 0, map.get(i), 1e-6, "element " + i);
    }
  }

  @Test
  void aLayerCanBeNamedWhereAMethodLooksAtOne() throws IOException {
    Path conv = TinyModels.write(TinyModels.oneConv(), folder);
    Path x = folder.resolve("x.npy");
    float[] numbers = new float[16];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 1, 4, 4), numbers), x);
    Path out = folder.resolve("cam.npy");
    loupe("explain", conv, "--input", x, "--method", "grad-cam", "--layer", "convolution", "--target", 0, "--set",
        "upsample=none", "--out", out).expect(0);
    assertArrayEquals(new double[] {11.25, 13.5, 20.25, 22.5}, NpyReader.read(out).toDoubles(), 1e-6);
    loupe("explain", conv, "--input", x, "--method", "saliency", "--layer", "conv", "--out", out)
        .expectError(2, "--layer");
    loupe("explain", conv, "--input", x, "--method", "grad-cam", "--layer", "nowhere", "--out", out)
        .expectError(2, "nowhere");
    loupe("explain", conv, "--input", x, "--method", "grad-cam", "--layer", "scores", "--out", out)
        .expectError(4, "no feature map");
    loupe("explain", conv, "--input", x, "--method", "saliency", "--target", 4, "--out", out)
        .expectError(2, "out of range");
    // No rectifier: nothing to guide.
    String refused =
        loupe("explain", model, "--input", red, "--method", "guided-backprop", "--out", out).expect(4).err();
    assertTrue(refused.matches("(?s).*try instead: [a-z, -]*\\bocclusion\\b.*"), refused);
    assertTrue(refused.contains("saliency") && !refused.contains("activation") && !refused.contains("visualization"),
        refused);
  }

  @Test
  void whatLiesInsideIsShownWithoutAClassVector() throws IOException {
    Path maps = TinyModels.write(TinyModels.mapsOnly(), folder);
    Path x = folder.resolve("x.npy");
    float[] numbers = new float[3 * SIDE * SIDE];
    double[] expected = new double[2 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      numbers[i] = i % 5 - 2;
      numbers[SIDE * SIDE + i] = i;
      expected[i] = numbers[i];
      expected[SIDE * SIDE + i] = -numbers[i];
    }
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 3, SIDE, SIDE), numbers), x);
    Path out = folder.resolve("a.npy");
    loupe("explain", maps, "--input", x, "--method", "saliency", "--out", out).expectError(4, "class scores");
    JsonObject done = loupe("explain", maps, "--input", x, "--method", "activations", "--set", "layer=both", "--json",
        "--out", out).expect(0).json();
    assertEquals("none", done.getAsJsonObject("provenance").get("target").getAsString());
    assertArrayEquals(expected, NpyReader.read(out).toDoubles(), 0);
    Path record = folder.resolve("a.xai");
    String said = loupe("explain", maps, "--input", x, "--method", "activations", "--out", record).expect(0).out();
    assertFalse(said.contains("explained"), said);
    assertEquals("bit-equal\n", loupe("rerun", record).expect(0).out());
    // An influence is one on a score.
    loupe("explain", maps, "--input", x, "--method", "activations", "--profile", "influence", "--out", out)
        .expectError(4, "class scores");
    loupe("explain", maps, "--input", x, "--method", "activations", "--target", "3", "--out", out)
        .expectError(4, "class scores");
    Path survey = folder.resolve("s.json");
    loupe("explain", maps, "--input", x, "--method", "activation-survey", "--out", survey).expect(0);
    loupe("explain", model, "--input", red, "--method", "activation-survey", "--target", "0", "--out", survey)
        .expectError(2, "--target");
  }

  @Test
  void doneAgainEveryBitIsTheSame() throws IOException {
    Path record = folder.resolve("r.xai");
    loupe("explain", model, "--input", red, "--method", "occlusion", "--out", record).expect(0);
    assertEquals("bit-equal\n", loupe("rerun", record).expect(0).out());
    assertTrue(loupe("rerun", record, "--json").expect(0).json().get("bitEqual").getAsBoolean());
    Path moved = Files.move(model, folder.resolve("moved.onnx"));
    loupe("rerun", record).expectError(3, "--model");
    assertEquals("bit-equal\n", loupe("rerun", record, "--model", moved).expect(0).out());
    Files.writeString(record, "no zip");
    loupe("rerun", record, "--model", moved).expectError(3, "r.xai");
  }

  @Test
  void aWrongRequestIsRefusedBeforeAnythingIsWritten() {
    Path out = folder.resolve("w.npy");
    List<List<Object>> wrong = List.of(List.of("--method", "occlusio", "--out", out),
        List.of("--method", "occlusion", "--set", "windo=3", "--out", out),
        List.of("--method", "occlusion", "--set", "window=0", "--out", out),
        List.of("--method", "occlusion", "--profile", "none", "--out", out),
        List.of("--method", "occlusion", "--target", "nobody", "--out", out),
        List.of("--method", "occlusion", "--target", "7", "--out", out),
        List.of("--method", "occlusion", "--score", "odds", "--out", out),
        List.of("--method", "occlusion", "--memory", "lots", "--out", out),
        List.of("--method", "occlusion", "--out", folder.resolve("w.gif")));
    for (List<Object> words : wrong) {
      Object[] line = new Object[words.size() + 4];
      System.arraycopy(new Object[] {"explain", model, "--input", red}, 0, line, 0, 4);
      System.arraycopy(words.toArray(), 0, line, 4, words.size());
      Finished done = loupe(line).expect(2);
      assertEquals("", done.out(), done.line());
      assertEquals(1, done.err().lines().filter(l -> !l.contains("assumed")).count(), done.err());
      assertFalse(Files.exists(out), done.line());
    }
  }

  @Test
  void aFolderIsExplainedFileByFileAndGoesOnWhereItStopped() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in/sub")).getParent();
    Files.move(red, in.resolve("a.png"));
    Files.writeString(in.resolve("b.png"), "no picture");
    Files.copy(in.resolve("a.png"), in.resolve("sub/c.png"));
    Files.writeString(in.resolve("notes.txt"), "left out");
    Path out = folder.resolve("maps");
    Object[] words = {"explain", model, "--input", in, "--method", "occlusion", "--out", out.resolve("{}.npy")};
    Finished first = loupe(words).expect(6);
    assertTrue(first.err().contains("b.png: ") && first.err().contains("1 of 3 files failed"), first.err());
    assertEquals(List.of("a.png", "sub/c.png"), first.out().lines().map(l -> l.split("\t")[0]).toList());
    assertTrue(Files.exists(out.resolve("a.npy")) && Files.exists(out.resolve("sub/c.npy")));

    Files.delete(out.resolve("sub/c.npy"));
    Files.delete(in.resolve("b.png"));
    assertEquals(List.of("there already", "done"), second(words));
    assertEquals(List.of("there already", "there already"), second(words));
    picture("in/a.png", 0x00ff00);
    assertEquals(List.of("done", "there already"), second(words));
    words[words.length - 1] = out.resolve("{}.csv");
    assertEquals(List.of("done", "done"), second(words));
  }

  @Test
  void aFolderInJsonIsOneDocument() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.move(red, in.resolve("a.png"));
    Files.writeString(in.resolve("b.png"), "no picture");
    JsonArray results = loupe("explain", model, "--input", in, "--method", "occlusion", "--out", folder.resolve("maps"),
        "--json").expect(6).json().getAsJsonArray("results");
    assertEquals("completed", results.get(0).getAsJsonObject().get("status").getAsString());
    assertTrue(results.get(1).getAsJsonObject().get("error").getAsString().contains("b.png"));
    JsonArray predicted = loupe("predict", model, "--input", in, "--json").expect(6).json().getAsJsonArray("results");
    assertEquals(2, predicted.size());
    assertEquals(1, predicted.get(0).getAsJsonObject().getAsJsonArray("outputs").get(0).getAsJsonObject()
        .getAsJsonArray("values").get(0).getAsDouble(), 1e-6);
    Files.delete(in.resolve("a.png"));
    loupe("predict", model, "--input", in).expect(3);
  }

  /** What was said of each file. */
  private static List<String> second(Object... words) {
    return loupe(words).expect(0).out().lines().map(l -> l.split("\t")[1])
        .map(w -> w.equals("there already") ? w : "done").toList();
  }

  private Path picture(String name, int rgb) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.setRGB(i % SIDE, i / SIDE, rgb);
    }
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
