/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.core.Loupe;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunStatus;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * TreeSHAP, the approximation and interactions equal what seven versions of XGBoost answer for files of their own; see
 * {@code tests/golden/xgboost_goldens.py}.
 */
class XgboostShapTest {
  /** XGBoost works contributions out in single precision: this is 16 of its units, of the largest of a row. */
  private static final double CLOSE = 1e-6;
  private static final int FEATURES = 7;
  private static final int NUMBERS = 2 + 2 * (FEATURES + 1);

  private final Loupe loupe = Installed.open();

  @AfterEach
  void close() {
    loupe.close();
  }

  private RunOutcome run(ModelLease lease, Tensor rows, int output, Map<String, String> settings) throws Exception {
    ValueSpec input = lease.description().inputs().get(0);
    return loupe.runs().run(lease, new RunRequest(TreeModels.rows(input, rows), "tree-shap", "", settings,
        new ScoreRequest(new Target.ClassIndex(output), Optional.empty(), ScoreScale.LOGIT), 0, 0, 0, true),
        Progress.NONE);
  }

  private AttributionTable explain(ModelLease lease, Tensor rows, int output, Map<String, String> settings)
      throws Exception {
    RunOutcome outcome = run(lease, rows, output, settings);
    assertEquals(RunStatus.COMPLETED, outcome.status(), outcome.message());
    return (AttributionTable) outcome.record().orElseThrow().result();
  }

  @ParameterizedTest
  @CsvSource({"0.90, 9", "1.0.0, 13", "1.3.1, 13", "1.7.6, 19", "2.1.4, 24", "3.0.4, 17", "3.4.0, 24"})
  void contributionsAreThoseOfTheLibrary(String version, int least) throws Exception {
    int compared = 0;
    for (Path file : TreeModels.xgboost(version)) {
      Tensor wanted = TreeModels.beside(file, ".npy").orElseThrow();
      String name = file.getFileName().toString();
      // Dumps with names have columns in another order; those without statistics have no covers.
      if (wanted.shape().dim(2) == NUMBERS && !name.contains(".names.") && !name.contains(".plain.")) {
        compare(file, wanted, TreeModels.beside(file, ".pairs.npy"));
        compared++;
      }
    }
    assertTrue(compared >= least, compared + " files");
  }

  private void compare(Path file, Tensor wanted, Optional<Tensor> pairs) throws Exception {
    try (ModelLease lease = loupe.models().open(file, LoadOptions.DEFAULT, Progress.NONE)) {
      int columns = (int) lease.description().inputs().get(0).dims().orElseThrow().get(1).size();
      Tensor rows = rows(columns);
      if (!lease.description().capabilities().contains("trees:cover")) {
        // Leaves of several values before version 3.4; the library itself has no contributions of them.
        RunOutcome outcome = run(lease, rows, 0, Map.of());
        assertTrue(Double.isNaN(wanted.get(2)) && outcome.status() == RunStatus.NOT_APPLICABLE, file + "");
        assertTrue(outcome.message().contains("--background"), outcome.message());
        return;
      }
      for (int output = 0; output < wanted.shape().intDim(1); output++) {
        AttributionTable values = explain(lease, rows, output,
            Map.of("interactions", Boolean.toString(pairs.isPresent())));
        same(wanted, 2, values, output, file + " values");
        same(wanted, 2 + FEATURES + 1, explain(lease, rows, output, Map.of("approximate", "true")), output,
            file + " approximation");
        if (pairs.isPresent()) {
          samePairs(pairs.get(), values, output, file + " pairs");
        }
      }
    }
  }

  /** The columns that a model has, of which a dump may lack the last. */
  private static Tensor rows(int columns) throws Exception {
    Tensor all = TreeModels.xgboostInputs();
    int rows = all.shape().intDim(0);
    double[] out = IntStream.range(0, rows * columns)
        .mapToDouble(i -> all.get((long) (i / columns) * FEATURES + i % columns)).toArray();
    return ArrayTensor.convert(ElementType.FLOAT32, Shape.of(rows, columns), out);
  }

  /** @param from where the values of the features begin, after which comes the expected value; NaN is not compared */
  private static void same(Tensor wanted, int from, AttributionTable found, int output, String what) {
    int columns = found.features().size();
    for (int row = 0; row < found.rows().size(); row++) {
      long at = ((long) row * wanted.shape().intDim(1) + output) * NUMBERS + from;
      double largest = IntStream.rangeClosed(0, FEATURES).mapToDouble(c -> Math.abs(wanted.get(at + c))).max()
          .orElseThrow();
      if (Double.isNaN(largest)) {
        assertTrue(what.contains("vectors"), what);
        continue;
      }
      double close = CLOSE * Math.max(1, largest);
      for (int c = 0; c < FEATURES; c++) {
        assertEquals(wanted.get(at + c), c < columns ? found.values().get((long) row * columns + c) : 0, close,
            what + " of output " + output + ", row " + row + ", column " + c);
      }
      assertEquals(wanted.get(at + FEATURES), found.base().get(row), close, what + ": base");
    }
  }

  private static void samePairs(Tensor wanted, AttributionTable found, int output, String what) {
    Tensor pairs = found.interactions().orElseThrow();
    for (int row = 0; row < wanted.shape().intDim(0); row++) {
      for (int i = 0; i < FEATURES; i++) {
        for (int j = 0; j < FEATURES; j++) {
          double pair = wanted.get(
              (((long) row * wanted.shape().intDim(1) + output) * (FEATURES + 1) + i) * (FEATURES + 1) + j);
          assertEquals(pair, pairs.get(((long) row * FEATURES + i) * FEATURES + j), CLOSE * Math.max(1, Math.abs(pair)),
              what + " of output " + output + ", row " + row + ", " + i + " and " + j);
        }
      }
    }
  }

  @Test
  void aLinearBoosterIsRefusedInOneLine() throws Exception {
    Path file = TreeModels.xgboost("2.1.4").stream().filter(f -> f.endsWith("linear.json")).findFirst().orElseThrow();
    try (ModelLease lease = loupe.models().open(file, LoadOptions.DEFAULT, Progress.NONE)) {
      RunOutcome outcome = run(lease, rows(FEATURES), 0, Map.of());
      assertEquals(RunStatus.NOT_APPLICABLE, outcome.status());
      assertEquals(1, outcome.message().lines().count());
      assertTrue(outcome.message().contains("trees"), outcome.message());
    }
  }
}
