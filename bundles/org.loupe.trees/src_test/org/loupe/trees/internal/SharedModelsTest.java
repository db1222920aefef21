/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelSource;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Real models answer what the files beside them say. */
@Tag("shared-data")
class SharedModelsTest {
  private static final Path FOLDER = folder();

  private static Path folder() {
    String told = System.getProperty("loupe.shared");
    if (told != null) {
      return Path.of(told, "trees");
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data/trees"))) {
        return at.resolve("shared/data/trees");
      }
    }
    return null;
  }

  private static Path file(String name) {
    assumeTrue(FOLDER != null && Files.exists(FOLDER.resolve(name)), "shared/data/trees/" + name + " is not there");
    return FOLDER.resolve(name);
  }

  private static double[][] numbers(String name, String separator) throws Exception {
    return Files.readAllLines(file(name)).stream().filter(l -> !l.isBlank())
        .map(l -> Arrays.stream(l.strip().split(separator)).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  /** What is not named is missing. */
  private static double[][] libsvm(String name, int columns) throws Exception {
    return Files.readAllLines(file(name)).stream().filter(l -> !l.isBlank()).map(line -> {
      double[] row = new double[columns];
      Arrays.fill(row, Double.NaN);
      for (String part : List.of(line.strip().split("\\s+"))) {
        int colon = part.indexOf(':');
        if (colon > 0) {
          row[Integer.parseInt(part.substring(0, colon))] = Double.parseDouble(part.substring(colon + 1));
        }
      }
      return row;
    }).toArray(double[][]::new);
  }

  private static Tensor tensor(double[][] rows) {
    return ArrayTensor.of(Shape.of(rows.length, rows[0].length),
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
  }

  @Test
  void theOldBinaryModelOfSixClassesGivesItsMargins() throws Exception {
    Path file = file("leaves_xgdermatology.model");
    assertTrue(new XgboostLoader().recognises(new ModelSource(file)));
    try (Model model = Goldens.load(new XgboostLoader(), file)) {
      Tensor wanted = tensor(numbers("leaves_xgdermatology_true_predictions.txt", "\\s+"));
      Tensor rows = tensor(libsvm("leaves_dermatology_test.libsvm", 33));
      Goldens.assertClose(wanted, Goldens.values(model, rows, "margin").get("margin"), "margins");
      assertEquals(Set.of("trees", "trees:cover"), model.description().capabilities());
    }
  }

  @Test
  void theTextModelWithCategoriesGivesItsAnswers() throws Exception {
    Path file = file("treelite_toy_categorical_model.txt");
    assertTrue(new LightgbmLoader().recognises(new ModelSource(file)));
    try (Model model = Goldens.load(new LightgbmLoader(), file)) {
      Tensor rows = tensor(libsvm("treelite_toy_categorical.test", 2));
      Tensor wanted = tensor(numbers("treelite_toy_categorical.test.pred", "\\s+"));
      Goldens.assertClose(wanted, Goldens.values(model, rows, "prediction").get("prediction"), "predictions");
    }
  }

  /** The numbers are what LightGBM 4.7.0 answers. */
  @Test
  void theTextModelOfTwoClassesAnswersAsLightgbmDoes() throws Exception {
    Path file = file("leaves_lg_breast_cancer.txt");
    try (Model model = Goldens.load(new LightgbmLoader(), file)) {
      Tensor rows = tensor(numbers("leaves_breast_cancer_test.tsv", "\\s+"));
      var values = Goldens.values(model, rows, "prediction", "margin");
      double[] answers = values.get("prediction").toDoubles();
      assertEquals(0.009335661505669892, answers[0], 1e-9);
      assertEquals(0.959929644473915, answers[1], 1e-9);
      assertEquals(0.6211111218721878, Arrays.stream(answers).average().orElseThrow(), 1e-9);
      assertEquals(67.53129736095667, Arrays.stream(values.get("margin").toDoubles()).sum(), 1e-9);
    }
  }

  /** Of another make and trained for the same: the two agree on nearly every row. */
  @Test
  void theUbjsonModelAgreesWithTheTextModel() throws Exception {
    Path file = file("vespa_xgb_binary_breast_cancer.ubj");
    assertTrue(new XgboostLoader().recognises(new ModelSource(file)));
    Tensor rows = tensor(numbers("leaves_breast_cancer_test.tsv", "\\s+"));
    try (Model model = Goldens.load(new XgboostLoader(), file);
        Model other = Goldens.load(new LightgbmLoader(), file("leaves_lg_breast_cancer.txt"))) {
      assertEquals("binary:logistic", model.description().properties().get("objective"));
      assertEquals("20", model.description().properties().get("trees"));
      Tensor answer = Goldens.values(model, rows, "prediction").get("prediction");
      Tensor others = Goldens.values(other, rows, "prediction").get("prediction");
      long same = LongStream.range(0, answer.size()).filter(i -> answer.get(i) > 0.5 == others.get(i) > 0.5).count();
      assertTrue(same > 0.9 * answer.size(), same + " of " + answer.size());
    }
  }
}
