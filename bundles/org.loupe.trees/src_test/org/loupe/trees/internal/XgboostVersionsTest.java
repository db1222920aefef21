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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelSource;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Files that seven versions of XGBoost have written; see {@code tests/golden/xgboost_goldens.py}. */
class XgboostVersionsTest {
  static final List<String> NAMES = List.of("age", "ขนาด รอบเอว", "身高 (cm)", "a\"b\\c",
      "x=1,yes=2", "code:{1}", "é€😀");
  /**
   * XGBoost adds leaves in single precision, which for the few trees of these models loses at most some units in the
   * last place, 6e-8 each, of the largest sum on the way.
   */
  private static final double CLOSE = 1e-6;

  @TestFactory
  Stream<DynamicTest> everyFileAnswersAsItsVersionDoes() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Goldens.folder("xgboost"))) {
      files = all.filter(f -> Files.isRegularFile(f) && !f.toString().endsWith(".npy")).sorted().toList();
    }
    assertTrue(files.size() > 300, files.size() + " files");
    return files.stream().map(file -> DynamicTest.dynamicTest(
        file.getParent().getFileName() + " " + file.getFileName(), () -> answers(file)));
  }

  private static void answers(Path file) throws Exception {
    String name = file.getFileName().toString();
    boolean dump = name.contains("-sums.");
    Tensor wanted = NpyReader.read(file.resolveSibling(name.substring(0, name.indexOf('.')) + ".npy"));
    int rows = wanted.shape().intDim(0);
    int outputs = wanted.shape().intDim(1);
    int numbers = wanted.shape().intDim(2);
    assertTrue(new XgboostLoader().recognises(new ModelSource(file)));
    try (Model model = Goldens.load(new XgboostLoader(), file)) {
      Tensor fed = fed(model);
      Map<String, Tensor> got = Goldens.values(model, fed, "margin", "prediction");
      assertEquals(Shape.of(rows, outputs), got.get("margin").shape());
      var ensemble = model.facet(TreeEnsemble.class);
      assertEquals(!name.startsWith("linear"), ensemble.isPresent());
      for (int row = 0; row < rows; row++) {
        double[] margins = got.get("margin").item(row).toDoubles();
        double[] answers = got.get("prediction").item(row).toDoubles();
        for (int k = 0; k < outputs; k++) {
          double margin = wanted.get(((long) row * outputs + k) * numbers);
          double answer = dump ? margin : wanted.get(((long) row * outputs + k) * numbers + 1);
          String what = "row " + row + ", output " + k;
          assertEquals(margin, margins[k], CLOSE * Math.max(1, Math.abs(margin)), what + ", margin");
          if (name.startsWith("multi-softmax")) {
            int best = IntStream.range(0, outputs).reduce((a, b) -> answers[b] > answers[a] ? b : a).orElseThrow();
            assertEquals(answer, best, what + ", class");
          } else {
            assertEquals(answer, answers[k], CLOSE * Math.max(1, Math.abs(answer)), what + ", answer");
          }
        }
        if (ensemble.isPresent()) {
          assertArrayEquals(margins, ensemble.get().margins(fed.item(row).toDoubles()), CLOSE * 100, "facet");
        }
      }
    }
  }

  /** Dumps of old versions break at quotes and backslashes, so that other characters stand for them there. */
  private static int column(String name) {
    String known = name.equals("a'b/c") ? "a\"b\\c" : name;
    return NAMES.contains(known) ? NAMES.indexOf(known) : Integer.parseInt(name.substring(1));
  }

  /** The rows in the order of the model's columns, of which a dump may know some only. */
  private static Tensor fed(Model model) throws Exception {
    Tensor inputs = NpyReader.read(Goldens.folder("xgboost").resolve("inputs.npy"));
    int rows = inputs.shape().intDim(0);
    int[] columns = model.description().inputs().get(0).columns().stream().map(c -> c.name())
        .mapToInt(XgboostVersionsTest::column).toArray();
    double[] out = new double[rows * columns.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = inputs.get((long) (i / columns.length) * inputs.shape().dim(1) + columns[i % columns.length]);
    }
    return ArrayTensor.of(Shape.of(rows, columns.length), out);
  }
}
