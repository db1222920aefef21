/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.api.result.Provenance;
import org.loupe.api.target.Target;
import org.loupe.api.target.TargetSyntax;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.core.run.RunStatus;
import org.loupe.core.result.RunRecord;
import org.loupe.math.scale.Numbers;

/** A record of a run as text and as plain data for JSON. */
final class RunText {
  private static final String NO_TARGET = TargetSyntax.format(new Target.None());

  private RunText() {
  }

  static void print(RunRecord record, List<Path> files, PrintStream out) {
    Provenance p = record.provenance();
    TextTable table = new TextTable().left("").left("");
    if (!p.target().equals(NO_TARGET)) {
      table.row("explained", p.targetText());
    }
    table.row("method", p.explainer() + (p.profile().isEmpty() ? "" : ", profile " + p.profile()));
    if (!p.background().isEmpty()) {
      table.row("compared with", p.background());
    }
    record.result().figures().forEach((name, value) -> table.row(name, Numbers.format(value)));
    table.row("took", Figures.duration(p.millis() * 1_000_000) + " on " + p.runtime().device());
    if (record.status() != RunStatus.COMPLETED) {
      table.row("status", record.status().name().toLowerCase(Locale.ROOT));
    }
    files.forEach(f -> table.row("wrote", f.toString()));
    table.print(out, "");
  }

  static Map<String, Object> json(RunRecord record, List<Path> files) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("status", record.status().name().toLowerCase(Locale.ROOT));
    out.put("target", record.provenance().targetText());
    out.put("figures", record.result().figures());
    out.put("notes", record.notes());
    out.put("files", files);
    out.put("provenance", json(record.provenance()));
    return out;
  }

  static Map<String, Object> json(Provenance p) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("model", p.model());
    out.put("modelHash", p.modelHash());
    out.put("subject", p.subject());
    out.put("inputHash", p.inputHash());
    out.put("explainer", p.explainer());
    out.put("bundle", p.bundle());
    out.put("settings", p.settings());
    out.put("profile", p.profile());
    out.put("target", p.target());
    out.put("scale", p.scale());
    out.put("output", p.output());
    out.put("seed", p.seed());
    out.put("runtime", json(p.runtime()));
    out.put("batchSize", p.batchSize());
    out.put("started", p.started());
    out.put("millis", p.millis());
    if (!p.backgroundHash().isEmpty()) {
      out.put("background", p.background());
      out.put("backgroundHash", p.backgroundHash());
    }
    return out;
  }

  static Map<String, Object> json(RuntimeInfo runtime) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("engine", runtime.engine());
    out.put("version", runtime.version());
    out.put("device", runtime.device());
    out.put("threads", runtime.threads());
    return out;
  }
}
