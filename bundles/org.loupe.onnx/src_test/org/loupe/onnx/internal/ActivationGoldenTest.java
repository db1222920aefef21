/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.Model;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** What inner layers give, against PyTorch: {@code tests/golden/activation_goldens.py} writes the references. */
class ActivationGoldenTest {
  /** Of the largest magnitude in the layer. */
  private static final double TOLERANCE = 1e-5;

  /**
   * @param input extents of an item
   * @param layers by the name of the module
   */
  record Golden(String architecture, List<Integer> input, Map<String, Layer> layers) {
    int items() {
      return layers.values().iterator().next().values().length;
    }

    /** Element i of the whole batch is sin(i*i). */
    Tensor batch() {
      long[] dims = Stream.concat(Stream.of(items()), input.stream()).mapToLong(Integer::longValue).toArray();
      float[] x = new float[(int) Shape.of(dims).size()];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) Math.sin((double) i * i);
      }
      return ArrayTensor.of(Shape.of(dims), x);
    }
  }

  /**
   * @param names of the value, by exporter
   * @param largest greatest magnitude, by item
   * @param norms Euclidean norm, by item
   * @param values samples at equal distances, by item
   */
  record Layer(Map<String, String> names, List<Integer> shape, double[] largest, double[] norms, double[][] values) {
    /** How far a value is off, over the largest magnitude; NaN if it holds one. */
    double error(Tensor found) {
      double worst = 0;
      for (int item = 0; item < values.length; item++) {
        double[] all = found.item(item).toDoubles();
        double[] samples = values[item];
        double square = 0;
        for (double v : all) {
          square += v * v;
        }
        double off = Math.abs(Math.sqrt(square) - norms[item]) / norms[item];
        for (int k = 0; k < samples.length; k++) {
          int at = samples.length == all.length ? k : (int) ((all.length - 1L) * k / (samples.length - 1));
          off = Math.max(off, Math.abs(all[at] - samples[k]) / largest[item]);
        }
        worst = Math.max(worst, off);
      }
      return worst;
    }
  }

  private static List<Golden> goldens() throws Exception {
    Path folder = Path.of(ActivationGoldenTest.class.getResource("golden/activations").toURI());
    List<Golden> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.add(read(file));
      }
    }
    return all;
  }

  private static Golden read(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file)) {
      return new Gson().fromJson(in, Golden.class);
    }
  }

  static Stream<Arguments> files() throws Exception {
    return goldens().stream().flatMap(g -> Stream.of("old", "new").map(e -> Arguments.of(g.architecture(), e, g)));
  }

  @ParameterizedTest(name = "{0}, {1} exporter")
  @MethodSource("files")
  void equalsPyTorch(String architecture, String exporter, Golden golden) throws Exception {
    Path file = GradientGoldenTest.folder().resolve(architecture + "-" + exporter + ".onnx");
    Map<String, Tensor> inputs = Map.of("input", golden.batch());
    List<String> names = golden.layers().values().stream().map(l -> l.names().get(exporter)).toList();
    List<String> problems = new ArrayList<>();
    try (Model model = Models.open(file)) {
      ForwardResult together = Models.forward(model, inputs, names.toArray(String[]::new));
      for (Map.Entry<String, Layer> layer : golden.layers().entrySet()) {
        String name = layer.getValue().names().get(exporter);
        // Alone, the runtime fuses more of what is before it.
        Tensor alone = Models.forward(model, inputs, name).value(name);
        for (Tensor found : List.of(together.value(name), alone)) {
          double error = layer.getValue().error(found);
          if (!(error <= TOLERANCE)) {
            problems.add(layer.getKey() + ": " + error);
          }
        }
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void coversFiveArchitectures() throws Exception {
    List<Golden> all = goldens();
    assertEquals(5, all.size());
    for (Golden golden : all) {
      assertTrue(golden.layers().size() >= 6 && golden.items() == 3, golden.architecture());
    }
  }
}
