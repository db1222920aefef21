/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Result;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.subject.TableRows;
import org.loupe.api.target.ScoreRequest;
import org.loupe.core.result.Reruns;
import org.loupe.core.result.RunRecord;
import org.loupe.core.result.XaiFile;
import org.loupe.core.testing.LinearModel;
import org.loupe.core.testing.Method;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Methods that explain many rows of a table at once, and compare them with others. */
class ManyRowsTest extends RunFixture {
  private static final List<TableColumn> COLUMNS =
      IntStream.range(0, LinearModel.FEATURES).mapToObj(i -> TableColumn.plain("c" + i)).toList();

  private static Subject.Single rows(String name, double... firsts) {
    double[] all = new double[firsts.length * LinearModel.FEATURES];
    for (int i = 0; i < firsts.length; i++) {
      all[i * LinearModel.FEATURES] = firsts[i];
    }
    List<String> names = IntStream.rangeClosed(1, firsts.length).mapToObj(Integer::toString).toList();
    DecodedInput x = new DecodedInput("x", ArrayTensor.of(Shape.of(firsts.length, LinearModel.FEATURES), all),
        "tensor", Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
        Optional.of(new TableRows(COLUMNS, names, List.of())));
    return new Subject.Single(name, Map.of("x", x), Map.of(), List.of("x"));
  }

  /** Weight times the difference from the background's first row, or from 0. */
  private static Result linear(ExplainRequest<Method.Settings> request, ExplainContext context) throws LoupeException {
    DecodedInput x = request.subject().first();
    int cls = Integer.parseInt(request.target().text().replaceAll("class (\\d).*", "$1"));
    double[] from = request.background().map(b -> b.first().tensor().item(0).toDoubles())
        .orElse(new double[LinearModel.FEATURES]);
    int items = request.subject().items();
    double[] values = new double[items * LinearModel.FEATURES];
    double[] scores = new double[items];
    double[] base = new double[items];
    for (int i = 0; i < items; i++) {
      double[] row = x.tensor().item(i).toDoubles();
      scores[i] = LinearModel.logit(row, cls);
      base[i] = LinearModel.logit(from, cls);
      for (int f = 0; f < row.length; f++) {
        values[i * row.length + f] = LinearModel.weight(cls, f) * (row[f] - from[f]);
      }
    }
    return new AttributionTable("logit", x.table().orElseThrow().columns(), x.table().orElseThrow().rows(),
        ArrayTensor.of(x.tensor().shape(), values), x.tensor(), ArrayTensor.of(Shape.of(items), base),
        ArrayTensor.of(Shape.of(items), scores), Optional.empty(), Map.of());
  }

  private RunOutcome run(String background, RunRequest request) {
    source.add("explainers", "vendor.methods", Map.of("id", "rows", "name", "Rows", "class", "C", "rows", "true",
        "background", background), () -> (Method) ManyRowsTest::linear);
    return service().run(lease, request, Progress.NONE);
  }

  private static RunRequest request(String method, Subject.Single subject) {
    return RunRequest.of(subject, method, ScoreRequest.DEFAULT);
  }

  @Test
  void theClassOfTheHighestMeanScoreIsExplainedAndSaid() {
    RunRecord record = run("optional", request("rows", rows("t.csv", 1, -2, 4))).record().orElseThrow();
    int best = 0;
    for (int c = 1; c < LinearModel.CLASSES; c++) {
      best = LinearModel.weight(c, 0) > LinearModel.weight(best, 0) ? c : best;
    }
    assertEquals("index:" + best, record.provenance().target());
    assertEquals(List.of("No target was named; explained is class " + best
        + " of prob, logit, which has the highest mean score of 3 rows."), record.notes());
    assertEquals(4 * LinearModel.weight(best, 0), ((AttributionTable) record.result()).scores().get(2), 1e-12);
  }

  @Test
  void aMethodOfOneInputIsGivenOneRow() {
    source.explainer("one", (Method) ManyRowsTest::linear);
    RunOutcome several = run("none", request("one", rows("t.csv#3-4", 1, 2)));
    assertEquals(RunStatus.FAILED, several.status());
    assertEquals("one explains one row at a time, not 2; name one, as t.csv#1", several.message());
    assertEquals(RunStatus.COMPLETED, service().run(lease, request("one", rows("t.csv#3", 1)), Progress.NONE).status());
  }

  @Test
  void aBackgroundIsPassedKeptAndUsedAgain() throws Exception {
    RunRequest asked = request("rows", rows("t.csv", 1, 2)).against(rows("b.csv#7", 5));
    RunRecord record = run("required", asked).record().orElseThrow();
    assertEquals("b.csv#7", record.provenance().background());
    assertEquals(64, record.provenance().backgroundHash().length());
    assertEquals(-4 * LinearModel.weight(0, 0), ((AttributionTable) record.result()).values().get(0), 1e-9,
        record.provenance().target());
    Path file = folder.resolve("r.xai");
    XaiFile.write(record, file);
    RunRecord read = XaiFile.read(file);
    assertEquals(5, read.background().orElseThrow().first().tensor().get(0));
    assertEquals(List.of("1"), read.background().orElseThrow().first().table().orElseThrow().rows());
    assertEquals(record.provenance(), read.provenance());
    assertTrue(new Reruns(service()).rerun(read, lease, Progress.NONE).bitEqual());
  }

  @Test
  void whetherThereIsABackgroundIsChecked() {
    List<String> messages = new ArrayList<>();
    messages.add(run("required", request("rows", rows("t.csv", 1))).message());
    source.explainer("one", (Method) ManyRowsTest::linear);
    messages.add(service().run(lease, request("one", rows("t.csv", 1)).against(rows("b", 1)), Progress.NONE)
        .message());
    assertEquals(List.of("rows compares with other rows; give them with --background FILE",
        "one compares with nothing; leave --background out"), messages);
  }

  @Test
  void valuesThatAreNoNumbersAreRefusedInTablesToo() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      RunOutcome outcome = run("none", request("rows", rows("t.csv", 1, value)));
      assertTrue(outcome.message().startsWith("input x holds a value that is "), outcome.message());
    }
  }
}
