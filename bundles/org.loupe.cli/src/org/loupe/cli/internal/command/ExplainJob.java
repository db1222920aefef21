/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.command.CommandContext;
import org.loupe.api.subject.Subject;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.cli.internal.text.Printable;
import org.loupe.core.Loupe;
import org.loupe.core.input.RowBlocks;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunStatus;

/**
 * What {@code loupe explain} does with each input.
 *
 * @param background what the method compares with; empty if nothing
 */
record ExplainJob(CommandContext context, ModelSession session, RunOptions options, ExportOptions export,
    Optional<Subject.Single> background) {
  private static final int PARTLY = 6;

  int single(InputFiles.Item item, OutputFiles outputs) throws LoupeException {
    List<Path> files = outputs.of(item);
    return report(explain(item, files, context.progress()), files);
  }

  /** Says what came of it. @return the exit code */
  int report(RunRecord record, List<Path> files) throws LoupeException {
    if (context.arguments().has("json")) {
      JsonOut.document(context.out(), RunText.json(record, files));
    } else {
      RunText.print(record, files, context.out());
    }
    if (context.progress().cancelled()) {
      throw new CancellationException();
    }
    return record.status() == RunStatus.PARTIAL ? PARTLY : 0;
  }

  int folder(InputFiles inputs, OutputFiles outputs) throws LoupeException {
    String common = common();
    return new Batch(context, "explain").run(inputs.items(), facts(), one(outputs,
        item -> new Fingerprint().add(common).add(item.file()).hex()));
  }

  /** Each row of a table by itself, for methods that take one input at a time. */
  int rows(InputFiles.Item table, OutputFiles outputs) throws LoupeException {
    String common = new Fingerprint().add(common()).add(table.file()).hex();
    try (RowBlocks rows = session.rows(table, new SilentProgress(context.progress()))) {
      return new Batch(context, "explain").run(() -> rows.next(1)
          .map(subject -> InputFiles.Item.row(table.file(), rows.row(), subject)), 0, "row", facts(),
          one(outputs, item -> new Fingerprint().add(common).add(item.name()).hex()));
    }
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("model", session.lease().file());
    facts.put("method", options.method().id());
    return facts;
  }

  private interface FingerprintOf {
    String of(InputFiles.Item item) throws LoupeException;
  }

  private Batch.Action one(OutputFiles outputs, FingerprintOf fingerprints) throws LoupeException {
    Ledger ledger = Ledger.open(outputs.root());
    return (item, progress) -> {
      List<Path> files = outputs.of(item);
      String fingerprint = fingerprints.of(item);
      boolean there = ledger.has(item.name(), fingerprint, files);
      if (there) {
        line(item, files, "there already");
        return Map.of("status", "skipped", "files", files);
      }
      RunRecord record = explain(item, files, progress);
      if (record.status() == RunStatus.PARTIAL) {
        throw new LoupeException(LoupeException.Kind.FAILED, "only partly explained; see " + files.get(0));
      }
      ledger.add(item.name(), fingerprint);
      line(item, files, record.provenance().targetText(), Figures.duration(record.provenance().millis() * 1_000_000));
      return RunText.json(record, files);
    };
  }

  /** A line for a file of the folder: its name, what there is to say, and its first result, with tabs between. */
  private void line(InputFiles.Item item, List<Path> files, String... what) {
    if (!context.arguments().has("json")) {
      context.out().println(Stream.of(Stream.of(item.name()), Stream.of(what), Stream.of(files.get(0).toString()))
          .flatMap(s -> s).map(Printable::of).collect(Collectors.joining("\t")));
    }
  }

  private RunRecord explain(InputFiles.Item item, List<Path> files, Progress progress) throws LoupeException {
    return explain(item, session.read(item, progress), files, progress);
  }

  /** Explains what was read of an input, and writes the files. */
  RunRecord explain(InputFiles.Item item, Subject.Single subject, List<Path> files, Progress progress)
      throws LoupeException {
    Loupe loupe = context.service(Loupe.class);
    RunOutcome outcome = loupe.runs().run(session.lease(), options.request(subject, background), progress);
    RunRecord record = Outcomes.record(outcome);
    record.notes().forEach(n -> context.message(item.name() + ": " + n));
    if (record.status() == RunStatus.PARTIAL) {
      context.message(item.name() + ": only a part is there: " + outcome.message());
    }
    for (Path file : files) {
      loupe.exporters().export(record, file, export);
    }
    return record;
  }

  /** A fingerprint of all that is the same for every file. */
  String common() throws LoupeException {
    Fingerprint fingerprint = new Fingerprint().add(session.lease().hash(context.progress()))
        .add(session.card().inputs()).add(new TreeMap<>(session.card().labels()))
        .add(session.lease().runtime()).add(new TreeMap<>(export.viewOptions())).add(export.visualizer())
        .add(export.width()).add(export.height()).add(export.dark());
    if (background.isPresent()) {
      fingerprint.add(session.backgroundFingerprint());
    }
    options.addTo(fingerprint);
    return fingerprint.hex();
  }
}
