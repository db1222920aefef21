/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.core.Loupe;
import org.loupe.core.result.RerunReport;
import org.loupe.core.result.Reruns;
import org.loupe.core.result.RunRecord;
import org.loupe.core.result.XaiFile;
import org.loupe.math.scale.Numbers;

/** {@code loupe rerun}: does a recorded explanation again, and says whether every bit is the same. */
public final class RerunCommand implements Command {
  private static final int DIFFERENT = 1;

  @Override
  public int run(CommandContext context) throws LoupeException {
    Path file = InputFiles.path(context.arguments().positional().get(0));
    if (!Files.exists(file)) {
      throw LoupeException.badInput("there is no file " + file);
    }
    RunRecord record = XaiFile.read(file);
    Path model = model(context, file, record);
    try (ModelSession session = ModelSession.open(context, model,
        ModelSession.loadOptions(context.arguments(), Reruns.loadOptions(record)))) {
      RerunReport report = context.service(Loupe.class).reruns().rerun(record, session.lease(), context.progress());
      if (context.arguments().has("json")) {
        JsonOut.document(context.out(), json(file, report));
      } else {
        report.differences().forEach(context::message);
        context.out().println(report.bitEqual() ? "bit-equal"
            : Double.isNaN(report.maxDifference()) ? "different: the results cannot be compared"
                : "different: the largest difference is " + Numbers.format(report.maxDifference()));
      }
      return report.bitEqual() ? 0 : DIFFERENT;
    }
  }

  private static Path model(CommandContext context, Path record, RunRecord content) throws LoupeException {
    Optional<String> given = context.arguments().value("model");
    if (given.isPresent()) {
      return InputFiles.path(given.get());
    }
    Path recorded = InputFiles.path(content.provenance().model());
    if (!Files.exists(recorded)) {
      throw LoupeException.badInput("the model of " + record + " is no longer at " + recorded
          + "; say where it is with --model FILE");
    }
    return recorded;
  }

  private static Map<String, Object> json(Path file, RerunReport report) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("record", file);
    out.put("bitEqual", report.bitEqual());
    out.put("maxDifference", report.maxDifference());
    out.put("differences", report.differences());
    out.put("provenance", RunText.json(report.again().provenance()));
    return out;
  }
}
