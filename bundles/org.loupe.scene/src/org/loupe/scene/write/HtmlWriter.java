/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.loupe.scene.text.TextMeasure;

/**
 * Writes a page as one HTML file that refers to nothing outside and runs no script, which its content security policy
 * also says. Light or dark as the reader has it.
 */
public final class HtmlWriter {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  private static final String STYLE = """
      :root{color-scheme:light dark;--bg:#ffffff;--fg:#1c2024;--muted:#5a6370;--line:#d5d9df;--soft:#f4f5f7}
      @media (prefers-color-scheme:dark){
      :root{--bg:#1e1f22;--fg:#e8eaed;--muted:#a9b0ba;--line:#454a52;--soft:#2a2c30}}
      body{background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,'Segoe UI','Helvetica Neue',Arial,sans-serif;
      max-width:72rem;margin:2rem auto;padding:0 1.25rem;overflow-wrap:anywhere}
      h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}
      figure{margin:1.5rem 0}figure svg{max-width:100%;height:auto}figcaption{color:var(--muted)}
      .scroll{overflow-x:auto}table{border-collapse:collapse;margin:.75rem 0}
      th,td{text-align:start;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line)}
      thead th{border-bottom-width:2px}tbody th{font-weight:600;color:var(--muted);white-space:nowrap}
      td.number{text-align:end;font-variant-numeric:tabular-nums}
      @media print{body{margin:0;max-width:none}}
      """;

  private HtmlWriter() {
  }

  /** Writes a file, replacing one that is there. */
  public static void write(HtmlPage page, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(page, out);
    }
  }

  /** Writes to a stream, which stays open. */
  public static void write(HtmlPage page, OutputStream out) throws IOException {
    Markup m = new Markup(out).raw("<!DOCTYPE html>\n");
    m.start("html").attribute("lang", page.language()).start("head");
    m.start("meta").attribute("charset", "utf-8").endEmpty();
    m.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>");
    m.start("meta").attribute("name", "viewport");
    m.attribute("content", "width=device-width, initial-scale=1").endEmpty();
    m.start("title").text(page.title()).end();
    m.start("style").raw(STYLE + Palette.styleSheet()).end().end().raw("\n");
    m.start("body").start("main").start("h1").attribute("dir", "auto").text(page.title()).end().raw("\n");
    int figures = 0;
    for (HtmlPage.Part part : page.parts()) {
      switch (part) {
        case HtmlPage.Heading h -> m.start("h2").attribute("dir", "auto").text(h.text()).end();
        case HtmlPage.Paragraph p -> m.start("p").attribute("dir", "auto").text(p.text()).end();
        case HtmlPage.Figure f -> figure(m, f, "f" + figures++);
        case HtmlPage.Facts f -> facts(m, f);
        case HtmlPage.Grid g -> grid(m, g);
      }
      m.raw("\n");
    }
    m.end().end().end().raw("\n").flush();
  }

  private static void figure(Markup m, HtmlPage.Figure f, String id) throws IOException {
    m.start("figure");
    new SvgPainter(m, new Palette(Optional.empty()), TextMeasure.best(), id).paint(f.scene(), false);
    if (!f.caption().isEmpty()) {
      m.start("figcaption").attribute("dir", "auto").text(f.caption()).end();
    }
    m.end();
  }

  private static void facts(Markup m, HtmlPage.Facts facts) throws IOException {
    m.start("div").attribute("class", "scroll").start("table").start("tbody");
    for (var fact : facts.values().entrySet()) {
      m.start("tr").start("th").attribute("scope", "row").attribute("dir", "auto").text(fact.getKey()).end();
      m.start("td").attribute("dir", "auto").text(fact.getValue()).end().end();
    }
    m.end().end().end();
  }

  private static void grid(Markup m, HtmlPage.Grid grid) throws IOException {
    m.start("div").attribute("class", "scroll").start("table").start("thead").start("tr");
    for (String column : grid.columns()) {
      m.start("th").attribute("scope", "col").attribute("dir", "auto").text(column).end();
    }
    m.end().end().start("tbody");
    for (var row : grid.rows()) {
      m.start("tr");
      for (String cell : row) {
        m.start("td").attribute("dir", "auto");
        if (isNumber(cell)) {
          m.attribute("class", "number");
        }
        m.text(cell).end();
      }
      m.end();
    }
    m.end().end().end();
  }

  private static boolean isNumber(String cell) {
    return cell.length() < 40 && cell.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?\\s?%?");
  }
}
