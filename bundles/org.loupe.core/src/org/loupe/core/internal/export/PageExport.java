/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.export;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.Provenance;
import org.loupe.api.result.Table;
import org.loupe.core.internal.result.StoredTable;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunStatus;
import org.loupe.scene.write.HtmlPage;

/** A result as a page that stands for itself: picture, figures, where it comes from. */
public final class PageExport {
  private static final int ROWS = 2000;
  private final RunRecord record;
  private final String title;
  private final Views views;

  public PageExport(RunRecord record, String title, Views views) {
    this.record = record;
    this.title = title;
    this.views = views;
  }

  /** @throws LoupeException as {@link org.loupe.core.result.Exporters#scene} */
  public HtmlPage page(ExportOptions options) throws LoupeException {
    Provenance p = record.provenance();
    HtmlPage.Builder page = HtmlPage.titled(title);
    if (record.status() == RunStatus.PARTIAL) {
      page.paragraph("This result is partial: the run ended before its method was done.");
    }
    if (record.result() instanceof CustomResult custom) {
      StoredTable table = StoredTable.of(custom, p.bundle());
      if (!views.candidates(record).isEmpty()) {
        page.figure(views.scene(record, title, options), p.subject());
      }
      page.paragraph(table.text()).table(table.columns(), table.rows());
    } else {
      page.figure(views.scene(record, title, options), p.subject());
    }
    if (record.result() instanceof Table table) {
      page.table(CsvExport.headings(table), CsvExport.rows(table, ROWS));
      if (table.rows() > ROWS) {
        page.paragraph("The first " + ROWS + " of " + table.rows() + " rows; all are in the result as .csv.");
      }
    }
    record.notes().forEach(page::paragraph);
    if (!record.result().figures().isEmpty()) {
      Map<String, String> figures = new LinkedHashMap<>();
      record.result().figures().forEach((k, v) -> figures.put(k, String.format(Locale.ROOT, "%.6g", v)));
      page.heading("Figures").facts(figures);
    }
    if (!p.settings().isEmpty()) {
      page.heading("Settings").facts(p.settings());
    }
    return page.heading("Provenance").facts(provenance(p)).build();
  }

  private static Map<String, String> provenance(Provenance p) {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("Model", p.model());
    out.put("Model SHA-256", p.modelHash());
    out.put("Input", p.subject());
    out.put("Input SHA-256", p.inputHash());
    out.put("Method", p.explainer());
    out.put("Bundle", p.bundle());
    if (!p.profile().isEmpty()) {
      out.put("Profile", p.profile());
    }
    out.put("Target", p.targetText() + " (" + p.target() + ")");
    out.put("Score read from", p.output());
    out.put("Score scale", p.scale());
    out.put("Seed", Long.toString(p.seed()));
    out.put("Engine", p.runtime().engine() + " " + p.runtime().version());
    out.put("Device", p.runtime().device());
    out.put("Threads", Integer.toString(p.runtime().threads()));
    out.put("Batch size", Integer.toString(p.batchSize()));
    out.put("Started", p.started());
    out.put("Duration", String.format(Locale.ROOT, "%.1f s", p.millis() / 1000.0));
    return out;
  }
}
