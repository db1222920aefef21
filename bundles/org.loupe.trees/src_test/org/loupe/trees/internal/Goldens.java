/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelLoader;
import org.loupe.api.model.ModelSource;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** The models beside the tests, and what they must answer. */
final class Goldens {
  private Goldens() {
  }

  static Path folder(String name) {
    try {
      return Path.of(Goldens.class.getResource("golden/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every model of a folder. */
  static List<Path> models(String folder) throws IOException {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files.filter(f -> !f.toString().endsWith(".npy")).sorted().toList();
    }
  }

  static Model load(ModelLoader loader, Path file) throws LoupeException {
    return loader.load(new ModelSource(file), LoadOptions.DEFAULT, Progress.NONE);
  }

  /** What is stored beside a model. */
  static Tensor beside(Path model, String what) throws IOException {
    String name = model.getFileName().toString();
    return NpyReader.read(model.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "." + what + ".npy"));
  }

  /** Values of a model for rows, which are given the type that it takes. */
  static Map<String, Tensor> values(Model model, Tensor rows, String... names) throws LoupeException {
    ElementType type = model.description().inputs().get(0).type().orElseThrow();
    Tensor fed = ArrayTensor.convert(type, rows.shape(), rows.toDoubles());
    return model.forward(new ForwardRequest(Map.of("features", fed), List.of(names)), Progress.NONE).values();
  }

  /** To a relative difference of 1e-6, as of sums in single precision. */
  static void assertClose(Tensor expected, Tensor actual, String what) {
    assertEquals(expected.shape(), actual.shape(), what);
    double[] wanted = expected.toDoubles();
    double[] got = actual.toDoubles();
    for (int i = 0; i < wanted.length; i++) {
      assertEquals(wanted[i], got[i], 1e-6 * Math.max(1, Math.abs(wanted[i])), what + ", element " + i);
    }
  }

  /** Margins and answers are those that are stored, and what the facet says is the same. */
  static void assertAnswers(Model model, Path file) throws Exception {
    Tensor rows = beside(file, "inputs");
    Map<String, Tensor> values = values(model, rows, "margin", "prediction");
    assertClose(beside(file, "margins"), values.get("margin"), file + " margin");
    assertClose(beside(file, "predictions"), values.get("prediction"), file + " prediction");
    List<ValueSpec> inputs = model.description().inputs();
    assertEquals(rows.shape().dim(1), inputs.get(0).dims().orElseThrow().get(1).size());
    var ensemble = model.facet(TreeEnsemble.class);
    assertEquals(ensemble.isPresent(), model.description().capabilities().contains("trees"));
    if (ensemble.isPresent()) {
      TreeEnsemble trees = ensemble.get();
      double[] row = new double[rows.shape().intDim(1)];
      for (int r = 0; r < rows.shape().intDim(0); r++) {
        rows.copyTo((long) r * row.length, row);
        for (int c = 0; c < row.length; c++) {
          row[c] = trees.rounded(row[c]);
        }
        Tensor margin = values.get("margin").item(r);
        assertClose(margin, ArrayTensor.of(margin.shape(), trees.margins(row)), file + " facet");
        assertArrayEquals(trees.link().apply(trees.margins(row)), values.get("prediction").item(r).toDoubles(), 1e-5);
      }
    }
  }

  /** A tensor of one row. */
  static Tensor row(double... values) {
    return ArrayTensor.of(Shape.of(1, values.length), values);
  }

  static void assertOneLine(LoupeException error, String named) {
    assertTrue(error.getMessage() != null && error.getMessage().lines().count() == 1, named + ": " + error);
  }
}
