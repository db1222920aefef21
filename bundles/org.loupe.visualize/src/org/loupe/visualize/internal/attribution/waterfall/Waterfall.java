/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.waterfall;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.attribution.FeatureLines;
import org.loupe.visualize.internal.attribution.Find;
import org.loupe.visualize.internal.attribution.Marks;
import org.loupe.visualize.internal.attribution.NumberAxis;
import org.loupe.visualize.internal.attribution.Page;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.attribution.Texts;

/**
 * How the attributions of one row lead from the base value, at the lower end, to its score, at the upper end: a bar for
 * each feature, each beginning where the one below ends, the strongest on top.
 */
public final class Waterfall implements Visualizer<AttributionTable, WaterfallOptions> {
  private static final double SLACK = 1e-6;

  @Override
  public Class<AttributionTable> resultType() {
    return AttributionTable.class;
  }

  @Override
  public Class<WaterfallOptions> optionsType() {
    return WaterfallOptions.class;
  }

  @Override
  public Scene prepare(AttributionTable result, ViewRequest<WaterfallOptions> request) throws LoupeException {
    Find.some(result);
    Sheet sheet = Sheet.one(result, Find.row(result, request.options().row()));
    return Page.of(request, "row " + sheet.name(0) + "  \u00b7  " + result.score(), notes(sheet), describe(sheet),
        (scene, area) -> draw(sheet, request.options(), scene, area));
  }

  private static double draw(Sheet sheet, WaterfallOptions options, SceneBuilder scene, Rect area) {
    double legend = Page.SIGNS.height(area.width(), scene.measure()) + Styles.GAP;
    double strip = Marks.height(scene.measure());
    Rect plot = area.inset(0, legend + strip, 0, 0);
    double[] row = sheet.row(0);
    Shown shown = Shown.of(sheet.strengths(), options.features(), FeatureLines.room(plot, scene.measure()));
    double[] steps = steps(sheet.base(0), row, shown);
    FeatureLines lines = new FeatureLines(plot, lines(sheet, shown, options.values()), span(steps, sheet.score(0)), 0,
        0, sheet.table().score(), scene.measure());
    scene.add(Page.SIGNS.draw(area, scene.measure()));
    scene.addAll(lines.items());
    scene.addAll(Marks.of(sheet.base(0), sheet.score(0), lines.x(sheet.base(0)), lines.x(sheet.score(0)),
        new Rect(lines.inner().x(), area.y() + legend, area.right() - lines.inner().x(), strip),
        lines.inner().bottom(), scene.measure()));
    double[] marks = {lines.x(sheet.base(0)), lines.x(sheet.score(0))};
    for (int i = 0; i < shown.lines(); i++) {
      scene.addAll(new Step(lines, i, steps[i + 1], steps[i], marks, scene.measure()).items(sheet, shown));
    }
    return lines.bottom();
  }

  /** Where each line's bar ends, from the top; after the last, the base value. */
  static double[] steps(double base, double[] row, Shown shown) {
    double[] out = new double[shown.lines() + 1];
    out[shown.lines()] = base;
    for (int i = shown.lines() - 1; i >= 0; i--) {
      out[i] = out[i + 1] + shown.value(row, i);
    }
    return out;
  }

  private static double[] span(double[] steps, double score) {
    double least = score;
    double most = score;
    for (double s : steps) {
      least = Math.min(least, s);
      most = Math.max(most, s);
    }
    return NumberAxis.span(least, most);
  }

  private static List<FeatureLines.Line> lines(Sheet sheet, Shown shown, boolean values) {
    List<FeatureLines.Line> out = new ArrayList<>();
    for (int f : shown.own()) {
      out.add(values ? FeatureLines.Line.valued(sheet, 0, f) : FeatureLines.Line.named(sheet, f));
    }
    if (!shown.others().isEmpty()) {
      out.add(FeatureLines.Line.others(shown.others().size()));
    }
    return out;
  }

  private static List<String> notes(Sheet sheet) {
    List<String> out = new ArrayList<>(sheet.notes());
    double sum = sheet.base(0);
    double size = Math.max(Math.abs(sum), Math.abs(sheet.score(0)));
    for (double v : sheet.row(0)) {
      sum += v;
      size = Math.max(size, Math.abs(v));
    }
    if (Math.abs(sum - sheet.score(0)) > SLACK * size) {
      out.add("base value and attributions add up to " + Numbers.format(sum, 6) + ", not to the score "
          + Numbers.format(sheet.score(0), 6));
    }
    if (size == 0 || java.util.Arrays.stream(sheet.row(0)).allMatch(v -> v == 0)) {
      out.add("every attribution is 0");
    }
    return out;
  }

  private static String describe(Sheet sheet) {
    Shown shown = Shown.of(sheet.strengths(), 0, Integer.MAX_VALUE);
    StringBuilder out = new StringBuilder("From the base value " + Numbers.format(sheet.base(0)) + " to the score "
        + Numbers.format(sheet.score(0)) + " of row " + sheet.name(0) + ", the strongest first: ");
    for (int f : shown.own()) {
      out.append(sheet.named(0, f)).append(": ").append(Texts.signed(sheet.value(0, f))).append("; ");
    }
    if (!shown.others().isEmpty()) {
      out.append(Texts.others(shown.others().size())).append(": ")
          .append(Texts.signed(shown.value(sheet.row(0), shown.lines() - 1))).append("; ");
    }
    return out.substring(0, out.length() - 2) + ".";
  }
}
