/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.command.Arguments;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.api.subject.Subject;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.core.Loupe;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunStatus;
import org.loupe.core.visualize.SheetRequest;

/** {@code loupe visualize}: the picture that a target answers to most, or those of the channels of a layer. */
public final class VisualizeCommand implements Command {
  static final int PARTLY = 6;

  @Override
  public int run(CommandContext context) throws LoupeException {
    Arguments arguments = context.arguments();
    VisualizeTarget target = VisualizeTarget.of(arguments);
    VisualizeFiles files = VisualizeFiles.of(arguments, target.many());
    Optional<Path> examples = examples(arguments, target);
    RunOptions options = RunOptions.of(method(arguments, target), context.service(Loupe.class).catalogues());
    try (ModelSession session = ModelSession.open(context)) {
      Subject.Single blank = session.read(InputFiles.NONE.items().get(0), context.progress());
      int code = target.many() ? new SheetRun(context, session, files).run(new SheetRequest(blank, target.layer(),
          target.channels(), options.method().id(), options.profile(), options.settings(), options.seed(),
          options.memory())) : single(context, session, options, blank, files);
      if (examples.isPresent()) {
        new ExampleFiles(context, session, files).write(examples.get(), target.layer(), target.shown());
      }
      return code;
    }
  }

  /** The folder that {@code --examples} names. */
  private static Optional<Path> examples(Arguments arguments, VisualizeTarget target) throws LoupeException {
    if (!arguments.has("examples")) {
      return Optional.empty();
    }
    if (target.layer().isEmpty()) {
      throw LoupeException.usage("--examples goes with --layer NAME");
    }
    Path folder = InputFiles.path(arguments.value("examples").orElseThrow());
    if (!Files.isDirectory(folder)) {
      throw LoupeException.badInput("--examples: there is no folder " + folder);
    }
    return Optional.of(folder);
  }

  /** The same as for {@code loupe explain}, with the method and the target put in. */
  private static Arguments method(Arguments arguments, VisualizeTarget target) {
    Map<String, List<String>> options = new HashMap<>(arguments.options());
    options.remove("layer");
    options.remove("examples");
    options.put("method", List.of(SheetRequest.FEATURE_VISUALIZATION));
    options.put("target", List.of(target.text()));
    return new Arguments(arguments.positional(), options);
  }

  private static int single(CommandContext context, ModelSession session, RunOptions options, Subject.Single blank,
      VisualizeFiles files) throws LoupeException {
    Progress progress = context.progress();
    Loupe loupe = context.service(Loupe.class);
    RunOutcome outcome = loupe.runs().run(session.lease(), options.request(blank, Optional.empty()), progress);
    RunRecord record = Outcomes.record(outcome);
    record.notes().forEach(context::message);
    if (record.status() == RunStatus.PARTIAL && !progress.cancelled()) {
      context.message("only a part is there: " + outcome.message());
    }
    List<Path> written = files.single(record, loupe.exporters());
    if (context.arguments().has("json")) {
      JsonOut.document(context.out(), RunText.json(record, written));
    } else {
      RunText.print(record, written, context.out());
    }
    if (progress.cancelled()) {
      throw new CancellationException();
    }
    return record.status() == RunStatus.PARTIAL ? PARTLY : 0;
  }
}
