/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunService;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;
import org.loupe.core.testing.Method;
import org.loupe.core.testing.TensorLike;

class RerunsTest {
  @TempDir
  Path folder;
  private final AtomicInteger calls = new AtomicInteger();
  private final RunService runs = new RunService(new Catalogues(new FakeSource()
      .modality("tensor", new TensorLike("tensor"))
      .explainer("ablation", (Method) Fakes::ablation)
      .explainer("random", (Method) (r, c) -> Fakes.answer(c.random("a").nextDouble(), c.score()))
      .explainer("drifts", (Method) (r, c) -> Fakes.answer(calls.incrementAndGet()))), 0);

  private RunRecord record(ModelLease lease, String method, ScoreScale scale) {
    return runs.run(lease, new RunRequest(Fakes.subject(), method, "", Map.of("times", "2"),
        new ScoreRequest(new Target.TopClass(), Optional.empty(), scale), 11, 0, 3, false), Progress.NONE).record()
        .orElseThrow();
  }

  /** As it comes back from a file. */
  private RunRecord filed(RunRecord record) throws LoupeException {
    Path file = folder.resolve("r.xai");
    XaiFile.write(record, file);
    return XaiFile.read(file);
  }

  @Test
  void theSameAgainIsBitEqual() throws Exception {
    LinearModel model = new LinearModel(true);
    try (ModelLease lease = Fakes.lease(folder, model)) {
      for (String method : List.of("ablation", "random")) {
        for (ScoreScale scale : ScoreScale.values()) {
          RunRecord before = record(lease, method, scale);
          RerunReport report = new Reruns(runs).rerun(filed(before), lease, Progress.NONE);
          assertTrue(report.bitEqual(), method + " " + scale);
          assertEquals(0, report.maxDifference());
          assertEquals(List.of(), report.differences());
          assertEquals(before.provenance().target(), report.again().provenance().target());
          assertEquals(before.provenance().output(), report.again().provenance().output());
          assertEquals(3, report.again().provenance().batchSize());
        }
      }
      assertEquals(new LoadOptions("cpu", 1), Reruns.loadOptions(record(lease, "random", ScoreScale.LOGIT)));
    }
  }

  @Test
  void whatDiffersIsSaid() throws Exception {
    RunRecord before;
    try (ModelLease lease = Fakes.lease(folder, new LinearModel(true))) {
      before = record(lease, "drifts", ScoreScale.LOGIT);
    }
    Files.writeString(folder.resolve("model.fake"), "another model");
    try (ModelLease lease = Fakes.lease(folder, new LinearModel(false))) {
      RerunReport report = new Reruns(runs).rerun(before, lease, Progress.NONE);
      assertFalse(report.bitEqual());
      assertEquals(1, report.maxDifference());
      assertEquals(List.of("model SHA-256", "batch size"),
          report.differences().stream().map(d -> d.substring(0, d.indexOf(':'))).toList());
    }
  }

  @Test
  void aRunThatDoesNotCompleteIsAnError() throws Exception {
    try (ModelLease lease = Fakes.lease(folder, new LinearModel(true))) {
      RunRecord before = record(lease, "ablation", ScoreScale.LOGIT);
      Reruns without = new Reruns(new RunService(new Catalogues(new FakeSource()), 0));
      assertEquals("no method ablation; none is installed",
          refused(Kind.USAGE, () -> without.rerun(before, lease, Progress.NONE)).getMessage());
      Progress cancelled = new Progress() {
        @Override
        public void begin(String task, long units) {
        }

        @Override
        public void worked(long units) {
        }

        @Override
        public boolean cancelled() {
          return true;
        }
      };
      assertThrows(CancellationException.class, () -> new Reruns(runs).rerun(before, lease, cancelled));
    }
  }
}
