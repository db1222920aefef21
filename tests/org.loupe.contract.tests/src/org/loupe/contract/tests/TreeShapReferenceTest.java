/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.loupe.math.tensor.Tensor;

/**
 * TreeSHAP of real model files equals what LightGBM and shap give for them, or the definition where they cannot; see
 * {@code tests/golden/shap_goldens.py}.
 */
class TreeShapReferenceTest {
  private static final double CLOSE = 1e-5;

  private final Loupe loupe = Installed.open();

  @AfterEach
  void close() {
    loupe.close();
  }

  private AttributionTable explain(ModelLease lease, String name, int output, boolean background,
      Map<String, String> settings) throws Exception {
    ValueSpec input = lease.description().inputs().get(0);
    RunRequest request = new RunRequest(TreeModels.rows(input, TreeModels.numbers(name, "inputs")), "tree-shap", "",
        settings, new ScoreRequest(new Target.ClassIndex(output), Optional.empty(), ScoreScale.LOGIT), 0, 0, 0, true);
    RunOutcome outcome = loupe.runs().run(lease,
        background
        ? request.against(TreeModels.rows(input, TreeModels.numbers(name, "background"))) : request, Progress.NONE);
    assertEquals(RunStatus.COMPLETED, outcome.status(), outcome.message());
    return (AttributionTable) outcome.record().orElseThrow().result();
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "regression", "multiclass", "dart", "categorical"})
  void valuesAndInteractionsEqualTheReferences(String name) throws Exception {
    Tensor path = TreeModels.numbers(name, "contribs");
    Tensor interventional = TreeModels.numbers(name, "interventional");
    Tensor pairs = TreeModels.numbers(name, "interactions");
    int outputs = path.shape().intDim(1);
    try (ModelLease lease = loupe.models().open(TreeModels.file(name), LoadOptions.DEFAULT,
        Progress.NONE)) {
      for (int output = 0; output < outputs; output++) {
        AttributionTable found = explain(lease, name, output, false, Map.of("interactions", "true"));
        same(path, found, output, name + " path-dependent");
        same(interventional, explain(lease, name, output, true, Map.of()), output, name + " interventional");
        int matrix = pairs.shape().intDim(2) * pairs.shape().intDim(2);
        for (int row = 0; row < pairs.shape().intDim(0); row++) {
          for (int i = 0; i < matrix; i++) {
            assertEquals(pairs.get(((long) row * outputs + output) * matrix + i),
                found.interactions().orElseThrow().get((long) row * matrix + i), CLOSE, name + " pair " + i);
          }
        }
      }
    }
  }

  private static void same(Tensor wanted, AttributionTable found, int output, String what) {
    int outputs = wanted.shape().intDim(1);
    int columns = wanted.shape().intDim(2) - 1;
    assertEquals(columns, found.features().size());
    for (int row = 0; row < found.rows().size(); row++) {
      long at = ((long) row * outputs + output) * (columns + 1);
      for (int c = 0; c < columns; c++) {
        assertEquals(wanted.get(at + c), found.values().get((long) row * columns + c), CLOSE,
            what + " " + output + ", row " + row + ", column " + c);
      }
      assertEquals(wanted.get(at + columns), found.base().get(row), CLOSE, what + " base");
    }
  }
}
