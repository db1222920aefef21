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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** The commands on real models and pictures. */
@Tag("shared-data")
class RealModelsTest {
  private static final String MOBILENET = "image/mobilenet_v1_0.25_224.onnx";
  private static final String PICTURE = """
      {"loupe-card": 1, "inputs": {"input": {"modality": "image", "layout": "%s", "channels": "%s", %s}}}
      """;

  @TempDir
  Path folder;

  @Test
  void aCatIsAmongTheTopFive() throws IOException {
    JsonArray top = loupe("predict", SharedData.file(MOBILENET), "--card", mobilenetCard(), "--labels",
        SharedData.file("image/squeezenet_labels.txt"), "--input", SharedData.file("image/chelsea.png"), "--json")
        .expect(0).json().getAsJsonArray("outputs").get(0).getAsJsonObject().getAsJsonArray("top");
    assertEquals(5, top.size());
    List<String> cats = new ArrayList<>();
    for (JsonElement e : top) {
      int index = e.getAsJsonObject().get("index").getAsInt();
      if (index >= 281 && index <= 285) {
        cats.add(e.getAsJsonObject().get("label").getAsString());
      }
    }
    assertTrue(cats.stream().anyMatch(l -> l.contains("cat")), top.toString());
  }

  @Test
  void thePeakOfTheMapLiesOnTheCatAndEveryBitComesAgain() throws IOException {
    Path record = folder.resolve("a.xai");
    List<Path> outputs = new ArrayList<>(List.of(record));
    Stream.of("png", "npy", "json", "html", "svg", "csv").map(e -> folder.resolve("a." + e)).forEach(outputs::add);
    List<Object> words = new ArrayList<>(List.of("explain", SharedData.file(MOBILENET), "--card", mobilenetCard(),
        "--input", SharedData.file("image/chelsea.png"), "--method", "occlusion", "--set", "window=48", "--target",
        "281"));
    outputs.forEach(o -> words.addAll(List.of("--out", o)));
    loupe(words.toArray()).expect(0);
    for (Path output : outputs) {
      assertTrue(Files.size(output) > 0, output.toString());
    }
    Tensor map = NpyReader.read(folder.resolve("a.npy"));
    assertEquals("[1, 224, 224, 3]", map.shape().toString());
    assertPeakOnTheCat(map.toDoubles(), 3);
    assertEquals("bit-equal\n", loupe("rerun", record).expect(0).out());
  }

  @Test
  void thePeakOfClassActivationMapsLiesOnTheCat() throws IOException {
    for (String method : List.of("grad-cam", "cam")) {
      Path out = folder.resolve(method + ".npy");
      Path small = folder.resolve(method + "-small.npy");
      Object[] words = {"explain", SharedData.file(MOBILENET), "--card", mobilenetCard(), "--input",
          SharedData.file("image/chelsea.png"), "--method", method, "--target", "281", "--out"};
      String notes = loupe(append(words, out)).expect(0).err();
      assertTrue(notes.contains("layer conv_pw_13_relu of 256 channels, 7 x 7"), notes);
      loupe(append(words, small, "--set", "upsample=none")).expect(0);
      assertEquals("[1, 224, 224]", NpyReader.read(out).shape().toString());
      assertEquals("[1, 7, 7]", NpyReader.read(small).shape().toString());
      assertPeakOnTheCat(NpyReader.read(out).toDoubles(), 1);
    }
  }

  private static Object[] append(Object[] words, Object... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
  }

  /** The crop shows the head, which leaves the upper corners and the lower right to the background. */
  private static void assertPeakOnTheCat(double[] values, int channels) {
    int peak = 0;
    for (int i = 0; i < values.length; i++) {
      peak = values[i] > values[peak] ? i : peak;
    }
    int y = peak / channels / 224;
    int x = peak / channels % 224;
    assertTrue(values[peak] > 0 && x >= 24 && x < 200 && y >= 24 && y < 200, "the peak is at " + x + ", " + y);
  }

  @ParameterizedTest
  @CsvSource({
      MOBILENET + ", chelsea, 90",
      "face/version-RFB-320.onnx, astronaut, 195",
      "face/fer2013_mini_XCEPTION.102-0.66.onnx, face, 55",
      "speech/silero_vad_16k_op15.onnx, speech, 49",
      "speech/mlperf_str_ww_ref_model.onnx, spectrogram, 20",
      "trees/sklearnonnx_treecl.onnx, row, 2"})
  void everyModelIsInspectedPredictedAndCaptured(String file, String input, int layers) throws IOException {
    Path model = SharedData.file(file);
    List<Object> fed = input(input);
    JsonObject inspected = loupe("inspect", model, "--json").expect(0).json();
    assertEquals(layers, inspected.getAsJsonArray("layers").size());
    JsonArray outputs = loupe(line(List.of("predict", model, "--json"), fed)).expect(0).json()
        .getAsJsonArray("outputs");
    assertEquals(inspected.getAsJsonArray("outputs").size(), outputs.size());
    Path out = folder.resolve("layers");
    JsonArray captured = loupe(line(List.of("activations", model, "--all", "--json", "--no-pictures", "--out", out),
        fed)).expect(0).json().getAsJsonArray("layers");
    assertEquals(layers, captured.size());
    for (JsonElement e : outputs) {
      assertSame(e.getAsJsonObject(), captured, out);
    }
  }

  /** An output that predict gives in full is the same as the layer of its name. */
  private static void assertSame(JsonObject output, JsonArray captured, Path folder) throws IOException {
    for (JsonElement e : captured) {
      JsonObject layer = e.getAsJsonObject();
      if (layer.get("layer").equals(output.get("name")) && output.has("values")) {
        Tensor value = NpyReader.read(folder.resolve(layer.get("file").getAsString()));
        JsonArray values = output.getAsJsonArray("values");
        assertEquals(value.size(), values.size());
        for (int i = 0; i < values.size(); i++) {
          assertEquals(value.get(i), values.get(i).getAsDouble(), 1e-5 * Math.max(1, Math.abs(value.get(i))));
        }
        return;
      }
    }
    assertTrue(!output.has("values"), "no layer is called " + output.get("name"));
  }

  private List<Object> input(String kind) throws IOException {
    return switch (kind) {
      case "chelsea" -> List.of("--input", SharedData.file("image/chelsea.png"), "--card", mobilenetCard());
      case "astronaut" -> List.of("--input", SharedData.file("image/astronaut.png"), "--card",
          card(PICTURE.formatted("nchw", "rgb", "\"divide\": 128, \"mean\": 0.9921875")));
      case "face" -> List.of("--input", SharedData.file("image/astronaut.png"), "--card",
          card(PICTURE.formatted("nhwc", "grey", "\"divide\": 127.5, \"mean\": 1")));
      case "speech" -> List.of("--input", "input=" + noise(Shape.of(1, 576)), "--card", card("""
          {"loupe-card": 1, "inputs": {"input": {"modality": "tensor"}, "sr": {"constant": 16000},
           "state": {"state-from": "stateN", "initial": 0}}}
          """));
      case "spectrogram" -> List.of("--input", noise(Shape.of(1, 30, 1, 40)));
      case "row" -> List.of("--input", noise(Shape.of(1, 20)));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private Path noise(Shape shape) throws IOException {
    Random random = new Random(7);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    Path file = folder.resolve("noise.npy");
    NpyWriter.write(ArrayTensor.of(shape, values), file);
    return file;
  }

  private Path mobilenetCard() throws IOException {
    return card(PICTURE.formatted("nhwc", "rgb",
        "\"resize\": \"shorter-side\", \"size\": 256, \"crop\": 224, \"divide\": 127.5, \"mean\": 1"));
  }

  private Path card(String json) throws IOException {
    return Files.writeString(folder.resolve("card.json"), json);
  }

  private static Object[] line(List<?> first, List<?> second) {
    return Stream.concat(first.stream(), second.stream()).toArray();
  }
}
