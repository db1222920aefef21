/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LogitSource;
import org.loupe.api.model.Model;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Outputs and every layer of real models against what ONNX Runtime for Python gives 
 * ({@code tests/golden/onnx_layers.py}).
 */
@Tag("shared-data")
class SharedModelsTest {
  private static final double TOLERANCE = 1e-5;

  @ParameterizedTest
  @ValueSource(strings = {"image/mobilenet_v1_0.25_224", "face/fer2013_mini_XCEPTION.102-0.66", "face/version-RFB-320",
      "speech/mlperf_str_ww_ref_model", "speech/silero_vad_16k_op15", "trees/sklearnonnx_treecl"})
  void equalsOnnxRuntimeElsewhere(String name) throws Exception {
    Path file = shared().resolve(name + ".onnx");
    assumeTrue(Files.isRegularFile(file), "needs " + name + ".onnx of the shared data");
    JsonObject golden = golden(name.substring(name.indexOf('/') + 1));
    try (Model model = Models.open(file)) {
      Map<String, Tensor> inputs = inputs(model, golden.getAsJsonObject("inputs"));
      List<String> problems = new ArrayList<>();
      ForwardResult outputs = Models.forward(model, inputs);
      compareAll(golden.getAsJsonObject("outputs"), outputs, problems);
      JsonObject layers = golden.getAsJsonObject("layers");
      List<String> ids = model.description().layers().stream().map(LayerInfo::id).toList();
      assertTrue(ids.containsAll(layers.keySet()), () -> "layers are missing: " + missing(layers, ids));
      // A model of a single node has no layers but its outputs.
      ForwardResult all = layers.isEmpty() ? outputs
          : Models.forward(model, inputs, layers.keySet().toArray(String[]::new));
      if (!layers.isEmpty()) {
        compareAll(layers, all, problems);
      }
      declaredAsFound(model, outputs, all, problems);
      // One by one the runtime fuses what is between: the values stay the same.
      for (int i = 0; i < ids.size(); i += 9) {
        if (layers.has(ids.get(i))) {
          compareAll(only(layers, ids.get(i)), Models.forward(model, inputs, ids.get(i)), problems);
        }
      }
      assertEquals(List.of(), problems);
    }
  }

  /** The gradient of an item alone and among six others. */
  @ParameterizedTest
  @ValueSource(strings = {"image/mobilenet_v1_0.25_224", "face/fer2013_mini_XCEPTION.102-0.66"})
  void gradientsDoNotDependOnNeighbours(String name) throws Exception {
    Path file = shared().resolve(name + ".onnx");
    assumeTrue(Files.isRegularFile(file), "needs " + name + ".onnx of the shared data");
    try (Model model = Models.open(file)) {
      ValueSpec input = model.description().inputs().get(0);
      Shape one = Shape.of(input.dims().orElseThrow().stream().mapToLong(d -> d.known() ? d.size() : 1).toArray());
      int size = (int) one.size();
      float[] all = new float[7 * size];
      Random random = new Random(3);
      for (int i = 0; i < all.length; i++) {
        all[i] = random.nextFloat() - 0.5f;
      }
      float[] together = gradient(model, input.name(), ArrayTensor.of(one.with(0, 7), all), 7);
      for (int item = 0; item < 7; item += 3) {
        float[] x = Arrays.copyOfRange(all, item * size, (item + 1) * size);
        float[] alone = gradient(model, input.name(), ArrayTensor.of(one, x), 1);
        float largest = 0;
        for (float v : alone) {
          largest = Math.max(largest, Math.abs(v));
        }
        assertTrue(largest > 0);
        assertArrayEquals(alone, Arrays.copyOfRange(together, item * size, (item + 1) * size), 1e-5f * largest);
      }
    }
  }

  /** By the input, of the third number of each item's output, before its Softmax where there is one. */
  private static float[] gradient(Model model, String input, Tensor x, int items) throws Exception {
    OutputInfo output = model.description().outputs().get(0);
    String source = output.logits().map(LogitSource::layer).orElse(output.name());
    Shape shape = Models.forward(model, Map.of(input, x), source).value(source).shape();
    float[] cotangent = new float[(int) shape.size()];
    for (int i = 0; i < items; i++) {
      cotangent[i * (cotangent.length / items) + 2] = 1;
    }
    return model.facet(Differentiable.class).orElseThrow().gradient(new GradientRequest(Map.of(input, x),
        Map.of(source, ArrayTensor.of(shape, cotangent)), List.of(input), Differentiable.PLAIN, List.of()),
        Progress.NONE).gradient(input).toFloats();
  }

  private static void declaredAsFound(Model model, ForwardResult outputs, ForwardResult layers, List<String> problems) {
    Map<String, Tensor> found = new LinkedHashMap<>(outputs.values());
    found.putAll(layers.values());
    for (LayerInfo layer : model.description().layers()) {
      ValueSpec spec = layer.output();
      Tensor tensor = found.get(layer.id());
      if (tensor == null) {
        continue;
      }
      if (!spec.type().equals(Optional.of(tensor.type()))) {
        problems.add(layer.id() + " is " + tensor.type() + ", described as " + spec.typeText());
      }
      spec.dims().ifPresent(dims -> {
        boolean fits = dims.size() == tensor.shape().rank();
        for (int i = 0; fits && i < dims.size(); i++) {
          fits = !dims.get(i).known() || dims.get(i).size() == tensor.shape().dim(i);
        }
        if (!fits) {
          problems.add(layer.id() + " is " + tensor.shape() + ", described as " + spec.typeText());
        }
      });
    }
  }

  private static void compareAll(JsonObject golden, ForwardResult found, List<String> problems) {
    assertEquals(golden.keySet(), found.values().keySet());
    for (Map.Entry<String, JsonElement> entry : golden.entrySet()) {
      compare(entry.getKey(), entry.getValue().getAsJsonObject(), found.value(entry.getKey()), problems);
    }
  }

  private static void compare(String name, JsonObject golden, Tensor found, List<String> problems) {
    assertEquals(Shape.of(numbers(golden, "shape").stream().mapToLong(Double::longValue).toArray()), found.shape(),
        name);
    double[] values = found.toDoubles();
    List<Double> expected = numbers(golden, "values");
    assertFalse(expected.isEmpty(), name);
    List<Double> at = golden.has("at") ? numbers(golden, "at") : null;
    double scale = 0;
    for (double v : at == null ? expected.stream().mapToDouble(d -> d).toArray()
        : new double[] {golden.get("min").getAsDouble(), golden.get("max").getAsDouble()}) {
      scale = Math.max(scale, Math.abs(v));
    }
    double tolerance = TOLERANCE * Math.max(scale, Double.MIN_NORMAL);
    for (int i = 0; i < expected.size(); i++) {
      int index = at == null ? i : at.get(i).intValue();
      check(name + "[" + index + "]", expected.get(i), values[index], tolerance, problems);
    }
    if (at != null) {
      double mean = Arrays.stream(values).average().orElse(0);
      double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
      check("mean of " + name, golden.get("mean").getAsDouble(), mean, tolerance, problems);
      check("deviation of " + name, golden.get("std").getAsDouble(), Math.sqrt(square), tolerance, problems);
      check("least of " + name, golden.get("min").getAsDouble(), Arrays.stream(values).min().orElse(0),
          tolerance, problems);
      check("greatest of " + name, golden.get("max").getAsDouble(), Arrays.stream(values).max().orElse(0),
          tolerance, problems);
    }
  }

  private static void check(String what, double expected, double found, double tolerance, List<String> problems) {
    if (!(Math.abs(expected - found) <= tolerance)) {
      double off = Math.abs(expected - found) / tolerance;
      problems.add(what + ": " + found + " instead of " + expected + ", off by " + off + " tolerances");
    }
  }

  private static Map<String, Tensor> inputs(Model model, JsonObject shapes) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    for (ValueSpec input : model.description().inputs()) {
      Shape shape = Shape.of(numbers(shapes, input.name()).stream().mapToLong(Double::longValue).toArray());
      double[] values = new double[(int) shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = input.name().equals("sr") ? 16000 : Math.sin(i);
      }
      inputs.put(input.name(), ArrayTensor.convert(input.type().orElseThrow(), shape, values));
    }
    return inputs;
  }

  private static List<Double> numbers(JsonObject object, String key) {
    return object.getAsJsonArray(key).asList().stream().map(JsonElement::getAsDouble).toList();
  }

  private static JsonObject only(JsonObject all, String key) {
    JsonObject one = new JsonObject();
    one.add(key, all.get(key));
    return one;
  }

  private static List<String> missing(JsonObject layers, List<String> ids) {
    return layers.keySet().stream().filter(l -> !ids.contains(l)).toList();
  }

  private static JsonObject golden(String name) throws Exception {
    try (Reader in = new InputStreamReader(
        SharedModelsTest.class.getResourceAsStream("golden/" + name + ".json"), StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(in).getAsJsonObject();
    }
  }

  /** The folder that the system property names, else the nearest one above; it need not be there. */
  static Path shared() {
    String named = System.getProperty("loupe.shared");
    if (named != null) {
      return Path.of(named);
    }
    Path here = Path.of("").toAbsolutePath();
    while (here != null) {
      Path beside = here.resolve("shared").resolve("data");
      if (Files.isDirectory(beside)) {
        return beside;
      }
      here = here.getParent();
    }
    return Path.of("shared", "data");
  }
}
