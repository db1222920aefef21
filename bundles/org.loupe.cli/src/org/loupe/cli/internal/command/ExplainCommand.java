/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.api.subject.Subject;
import org.loupe.core.Loupe;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.input.RowSelection;
import org.loupe.core.result.ExportOptions;

/**
 * {@code loupe explain}: why a model answered so, for a file, for rows of a table, or for each file of a folder.
 */
public final class ExplainCommand implements Command {
  @Override
  public int run(CommandContext context) throws LoupeException {
    Arguments arguments = context.arguments();
    RunOptions options = RunOptions.of(arguments, context.service(Loupe.class).catalogues());
    ExportOptions export = exportOptions(arguments);
    try (ModelSession session = ModelSession.open(context)) {
      InputFiles inputs = inputs(arguments, options, session);
      List<String> out = arguments.all("out");
      InputFiles.Item first = inputs.items().get(0);
      boolean rows = !inputs.folder() && !first.rows().map(RowSelection::isOne).orElse(false) && session.isTable(first);
      boolean each = rows && !options.method().takesRows();
      OutputFiles outputs = each ? OutputFiles.ofRows(out) : OutputFiles.of(out, inputs);
      if (rows && !each) {
        ExplainTable.check(outputs.of(first));
      }
      ExplainJob job = new ExplainJob(context, session, options, export, background(session, options));
      return each ? job.rows(first, outputs) : rows ? new ExplainTable(job).run(first, outputs.of(first))
          : inputs.folder() ? job.folder(inputs, outputs) : job.single(first, outputs);
    }
  }

  private static Optional<Subject.Single> background(ModelSession session, RunOptions options) throws LoupeException {
    if (session.hasBackground() && options.method().background() == ExplainerEntry.Background.NONE) {
      throw LoupeException.usage("method " + options.method().id() + " compares with nothing: leave --background out");
    }
    return session.background();
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
}
