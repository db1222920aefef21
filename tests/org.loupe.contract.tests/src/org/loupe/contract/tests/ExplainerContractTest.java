/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.Progress;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.result.Table;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.target.ScoreRequest;
import org.loupe.core.Loupe;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RerunReport;
import org.loupe.core.result.RunRecord;
import org.loupe.core.result.XaiFile;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunStatus;
import org.loupe.graph.OnnxModel;
import org.loupe.math.tensor.Shape;

/** Every installed method keeps its contract on models that can be worked out by hand. */
class ExplainerContractTest {
  /** Maps of a layer: [N, h, w], not of the shape of the input. */
  private static final SpatialAxes PLANES = new SpatialAxes(1, 2, -1);

  @TempDir
  Path folder;

  private final Loupe loupe = Installed.open();

  @AfterEach
  void close() {
    loupe.close();
  }

  private interface Check {
    void on(ExplainerEntry method, ModelLease lease, RunRequest request) throws Exception;
  }

  private void forAll(Check check) throws Exception {
    for (ExplainerEntry method : loupe.catalogues().explainers().entries()) {
      for (OnnxModel model : Subjects.models()) {
        try (ModelLease lease = Subjects.open(loupe, model, folder)) {
          var subject = Subjects.random(loupe, lease.description());
          check.on(method, lease, RunRequest.of(subject, method.id(), ScoreRequest.DEFAULT));
        }
      }
    }
  }

  private RunOutcome run(ModelLease lease, RunRequest request) {
    return loupe.runs().run(lease, request, Progress.NONE);
  }

  @Test
  void aRunEndsCompletedOrSaysWhyNot() throws Exception {
    forAll((method, lease, request) -> {
      RunOutcome outcome = run(lease, request);
      if (outcome.status() == RunStatus.COMPLETED) {
        assertShaped(outcome.record().orElseThrow());
      } else {
        assertEquals(RunStatus.NOT_APPLICABLE, outcome.status(), method + ": " + outcome.message());
        assertFalse(outcome.message().isBlank(), method::toString);
      }
    });
  }

  @Test
  void batchesDoNotShow() throws Exception {
    forAll((method, lease, request) -> {
      RunOutcome one = run(lease, batched(request, 1));
      if (one.status() == RunStatus.COMPLETED) {
        double[] alone = values(one.record().orElseThrow().result());
        double[] together = values(run(lease, batched(request, 7)).record().orElseThrow().result());
        double scale = 1e-12;
        for (double v : alone) {
          scale = Double.isFinite(v) ? Math.max(scale, Math.abs(v)) : scale;
        }
        assertArrayEquals(alone, together, 1e-5 * scale, method::toString);
      }
    });
  }

  @Test
  void aSavedResultIsReadBackAndRunAgainToTheBit() throws Exception {
    forAll((method, lease, request) -> {
      RunOutcome outcome = run(lease, request);
      if (outcome.status() == RunStatus.COMPLETED) {
        Path file = folder.resolve(method.id() + "-" + lease.description().name() + ".xai");
        XaiFile.write(outcome.record().orElseThrow(), file);
        RunRecord saved = XaiFile.read(file);
        assertArrayEquals(values(outcome.record().get().result()), values(saved.result()), method::toString);
        assertEquals(outcome.record().get().provenance(), saved.provenance());
        RerunReport report = loupe.reruns().rerun(saved, lease, Progress.NONE);
        assertTrue(report.bitEqual(), () -> method + " differs by " + report.maxDifference());
      }
    });
  }

  @Test
  void aCancelledRunEndsCancelled() throws Exception {
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
    forAll((method, lease, request) -> assertEquals(RunStatus.CANCELLED,
        loupe.runs().run(lease, request, cancelled).status(), method::toString));
  }

  @Test
  void anUnknownSettingIsRefused() throws Exception {
    forAll((method, lease, request) -> {
      RunOutcome outcome = run(lease, new RunRequest(request.subject(), method.id(), "", Map.of("no-such", "1"),
          request.target(), 0, 0, 0, false));
      assertEquals(RunStatus.FAILED, outcome.status());
      assertTrue(outcome.message().contains("no-such"), outcome.message());
    });
  }

  private static RunRequest batched(RunRequest r, int batch) {
    return new RunRequest(r.subject(), r.explainer(), r.profile(), r.settings(), r.target(), r.seed(), r.memoryBytes(),
        batch, r.allowNonFinite());
  }

  private static void assertShaped(RunRecord record) {
    switch (record.result()) {
      case SaliencyMap map when map.axes().equals(PLANES) -> {
        assertEquals(3, map.values().shape().rank());
        assertEquals(shapeOf(record, map.input()).dim(0), map.values().shape().dim(0));
      }
      case SaliencyMap map -> assertEquals(shapeOf(record, map.input()), map.values().shape());
      case FeatureAttribution a -> assertEquals(shapeOf(record, a.input()), a.values().shape());
      case AttributionTable t -> assertAdditive(t);
      case FeatureMaps m -> assertEquals(m.layout().channel() < 0 ? m.channels().rows()
          : m.values().shape().dim(m.layout().channel()), m.channels().rows());
      case GeneratedInput g -> assertEquals(shapeOf(record, g.input()).rank(), g.values().shape().rank());
      case Table t -> t.columns().forEach(c -> assertEquals(t.rows(), c.size()));
      case Curves c -> assertFalse(c.series().isEmpty());
      case Composite c -> assertFalse(c.parts().isEmpty());
      case CustomResult c -> c.rows().forEach(row -> assertEquals(c.columns().size(), row.size()));
    }
    assertFinite(record.result());
  }

  private static void assertAdditive(AttributionTable table) {
    int features = table.features().size();
    double[] values = table.values().toDoubles();
    for (int row = 0; row < table.rows().size(); row++) {
      double sum = table.base().get(row) + DoubleStream.of(values).skip((long) row * features).limit(features).sum();
      assertEquals(table.scores().get(row), sum, 1e-6 * Math.max(1, Math.abs(table.scores().get(row))));
    }
  }

  /** A number of a table or a curve may be not there, which is NaN. */
  private static void assertFinite(Result result) {
    if (result instanceof Composite composite) {
      composite.parts().values().forEach(ExplainerContractTest::assertFinite);
    } else if (!(result instanceof Table || result instanceof Curves)) {
      for (double v : values(result)) {
        assertTrue(Double.isFinite(v));
      }
    }
  }

  private static Shape shapeOf(RunRecord record, String input) {
    return record.subject().inputs().get(input).tensor().shape();
  }

  private static double[] values(Result result) {
    return switch (result) {
      case SaliencyMap map -> map.values().toDoubles();
      case FeatureAttribution a -> a.values().toDoubles();
      case AttributionTable t -> t.values().toDoubles();
      case FeatureMaps m -> m.values().toDoubles();
      case GeneratedInput g -> g.values().toDoubles();
      case Table t -> t.columns().stream().filter(Table.Numbers.class::isInstance)
          .flatMapToDouble(c -> DoubleStream.of(((Table.Numbers) c).values())).toArray();
      case Curves c -> c.series().stream().flatMapToDouble(s -> DoubleStream.of(s.ys())).toArray();
      case Composite c -> c.parts().values().stream().flatMapToDouble(p -> DoubleStream.of(values(p))).toArray();
      case CustomResult c -> new double[0];
    };
  }
}
