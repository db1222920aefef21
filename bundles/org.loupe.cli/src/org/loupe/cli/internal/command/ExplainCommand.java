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
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.command.Arguments;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.cli.internal.text.Printable;
import org.loupe.core.Loupe;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunStatus;

/** {@code loupe explain}: why a model answered so, for a file or for each file of a folder. */
public final class ExplainCommand implements Command {
  private static final int PARTLY = 6;

  @Override
  public int run(CommandContext context) throws LoupeException {
    Arguments arguments = context.arguments();
    RunOptions options = RunOptions.of(arguments, context.service(Loupe.class).catalogues());
    ExportOptions export = exportOptions(arguments);
    try (ModelSession session = ModelSession.open(context)) {
      Job job = new Job(context, session, options, export);
      InputFiles inputs = inputs(arguments, options, session);
      OutputFiles outputs = OutputFiles.of(arguments.all("out"), inputs);
      return inputs.folder() ? job.folder(inputs, outputs) : job.single(inputs.items().get(0), outputs);
    }
  }

  private static InputFiles inputs(Arguments arguments, RunOptions options, ModelSession session)
      throws LoupeException {
    if (arguments.has("input")) {
      return session.inputs(true);
    }
    if (options.method().needsInput()) {
      throw LoupeException.usage("method " + options.method().id() + " explains an input: give --input FILE");
    }
    return InputFiles.NONE;
  }

  private static ExportOptions exportOptions(Arguments arguments) throws LoupeException {
    OptionValues values = new OptionValues(arguments);
    int[] size = values.size("size", ExportOptions.DEFAULT.width(), ExportOptions.DEFAULT.height());
    return new ExportOptions(values.pairs("view"), values.text("visualizer", ""), size[0], size[1],
        arguments.has("dark"));
  }

  private record Job(CommandContext context, ModelSession session, RunOptions options, ExportOptions export) {
    int single(InputFiles.Item item, OutputFiles outputs) throws LoupeException {
      List<Path> files = outputs.of(item);
      RunRecord record = explain(item, files, context.progress());
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
      Ledger ledger = Ledger.open(outputs.root());
      String common = common();
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("model", session.lease().file());
      facts.put("method", options.method().id());
      return new Batch(context, "explain").run(inputs.items(), facts, (item, progress) -> {
        List<Path> files = outputs.of(item);
        String fingerprint = new Fingerprint().add(common).add(item.file()).hex();
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
      });
    }

    /** A line for a file of the folder: its name, what there is to say, and its first result, with tabs between. */
    private void line(InputFiles.Item item, List<Path> files, String... what) {
      if (!context.arguments().has("json")) {
        context.out().println(Stream.of(Stream.of(item.name()), Stream.of(what), Stream.of(files.get(0).toString()))
            .flatMap(s -> s).map(Printable::of).collect(Collectors.joining("\t")));
      }
    }

    private RunRecord explain(InputFiles.Item item, List<Path> files, Progress progress) throws LoupeException {
      Loupe loupe = context.service(Loupe.class);
      RunOutcome outcome = loupe.runs().run(session.lease(), options.request(session.read(item, progress)), progress);
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
    private String common() throws LoupeException {
      Fingerprint fingerprint = new Fingerprint().add(session.lease().hash(context.progress()))
          .add(session.card().inputs()).add(new TreeMap<>(session.card().labels()))
          .add(session.lease().runtime()).add(new TreeMap<>(export.viewOptions())).add(export.visualizer())
          .add(export.width()).add(export.height()).add(export.dark());
      options.addTo(fingerprint);
      return fingerprint.hex();
    }
  }
}
