/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.TargetSyntax;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.core.Loupe;
import org.loupe.core.input.RowBlocks;
import org.loupe.core.input.TableSample;
import org.loupe.core.result.AttributionStream;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunStatus;

/**
 * Explains a whole table: {@code .csv} row by row as the rows come, in memory that does not grow; everything else from
 * one result, for which very long tables are thinned out.
 */
final class ExplainTable {
  private static final String CSV = "csv";
  private final ExplainJob job;
  private final Set<String> notes = new LinkedHashSet<>();

  ExplainTable(ExplainJob job) {
    this.job = job;
  }

  /** @throws LoupeException USAGE for more than one file of the same content */
  static void check(List<Path> files) throws LoupeException {
    if (files.stream().filter(ExplainTable::isCsv).count() > 1) {
      throw LoupeException.usage("--out names more than one .csv file for a table; they would be the same");
    }
  }

  private static boolean isCsv(Path file) {
    return FileNames.ending(file).equals(CSV);
  }

  /** @return the exit code */
  int run(InputFiles.Item table, List<Path> files) throws LoupeException {
    List<Path> single = files.stream().filter(f -> !isCsv(f)).toList();
    Optional<Path> csv = files.stream().filter(ExplainTable::isCsv).findFirst();
    if (single.isEmpty()) {
      return stream(table, csv.orElseThrow(), job.options().target());
    }
    TableSample sample = job.session().sample(table, TableSample.MOST_ROWS, job.context().progress());
    boolean together = csv.isEmpty() || sample.complete();
    RunRecord record = job.explain(table, sample.subject(), together ? files : single, job.context().progress());
    if (together) {
      return job.report(record, files);
    }
    record.notes().forEach(notes::add);
    int code = stream(table, csv.get(), fixed(record));
    return record.status() == RunStatus.PARTIAL ? 6 : code;
  }

  private int stream(InputFiles.Item table, Path file, ScoreRequest asked) throws LoupeException {
    long began = System.nanoTime();
    String fingerprint = new Fingerprint().add(job.common()).add(asked).add(table.file()).add(table.name()).hex();
    ScoreRequest target = asked;
    RunRecord last = null;
    long total;
    SilentProgress quiet = new SilentProgress(job.context().progress());
    try (AttributionStream out = AttributionStream.open(file, fingerprint);
        RowBlocks rows = job.session().rows(table, quiet)) {
      if (out.rows() > 0) {
        job.context().message("going on after " + out.rows() + " rows that " + file + ".part holds");
        target = new ScoreRequest(TargetSyntax.parse(out.target()), asked.output(), asked.scale());
        rows.skip(out.rows());
      }
      job.context().progress().begin("explain", 0);
      int block = job.session().blockRows();
      for (var next = rows.next(block); next.isPresent(); next = rows.next(block)) {
        job.context().progress().check();
        last = explained(next.get(), target, quiet);
        target = fixed(last);
        out.append(attributions(last), last.provenance().target());
        job.context().progress().worked(next.get().items());
      }
      total = out.rows();
      out.finish();
    }
    report(last, total, file, System.nanoTime() - began);
    return 0;
  }

  private RunRecord explained(Subject.Single block, ScoreRequest target, SilentProgress quiet) throws LoupeException {
    RunOutcome outcome = job.context().service(Loupe.class).runs().run(job.session().lease(),
        job.options().request(block, target, job.background()), quiet);
    RunRecord record = Outcomes.record(outcome);
    if (record.status() == RunStatus.PARTIAL) {
      throw new LoupeException(LoupeException.Kind.FAILED, block.name() + ": only partly explained: "
          + outcome.message());
    }
    record.notes().stream().filter(notes::add).forEach(job.context()::message);
    return record;
  }

  private AttributionTable attributions(RunRecord record) throws LoupeException {
    if (record.result() instanceof AttributionTable table) {
      return table;
    }
    throw LoupeException.notApplicable("method " + job.options().method().id()
        + " gives no attribution for each row, so a whole table has no .csv; write .json, or name one row");
  }

  /** What the first rows were explained by, all are: the class that was chosen for them does not change any more. */
  private ScoreRequest fixed(RunRecord record) throws LoupeException {
    ScoreRequest asked = job.options().target();
    return new ScoreRequest(TargetSyntax.parse(record.provenance().target()), asked.output(), asked.scale());
  }

  private void report(RunRecord last, long rows, Path file, long nanos) {
    if (job.context().arguments().has("json")) {
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("status", "completed");
      out.put("rows", rows);
      out.put("target", last == null ? null : last.provenance().targetText());
      out.put("notes", new ArrayList<>(notes));
      out.put("files", List.of(file));
      out.put("provenance", last == null ? null : RunText.json(last.provenance()));
      JsonOut.document(job.context().out(), out);
      return;
    }
    TextTable text = new TextTable().left("").left("");
    if (last != null) {
      text.row("explained", last.provenance().targetText());
    }
    text.row("method", job.options().method().id());
    text.row("rows", Long.toString(rows));
    text.row("took", Figures.duration(nanos));
    text.row("wrote", file.toString());
    text.print(job.context().out(), "");
  }
}
