/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Stroke;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.attribution.FeatureLines;
import org.loupe.visualize.internal.attribution.Find;
import org.loupe.visualize.internal.attribution.LowHigh;
import org.loupe.visualize.internal.attribution.NumberAxis;
import org.loupe.visualize.internal.attribution.Page;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;

/**
 * The way of each row from its base value, at the lower end, to its score, at the upper end: a line that each feature
 * moves by its attribution, coloured by where it ends.
 */
public final class Decision implements Visualizer<AttributionTable, DecisionOptions> {
  @Override
  public Class<AttributionTable> resultType() {
    return AttributionTable.class;
  }

  @Override
  public Class<DecisionOptions> optionsType() {
    return DecisionOptions.class;
  }

  @Override
  public Scene prepare(AttributionTable result, ViewRequest<DecisionOptions> request) throws LoupeException {
    Find.some(result);
    DecisionOptions options = request.options();
    boolean one = !options.row().isBlank() || result.rows().size() == 1;
    Sheet sheet = one ? Sheet.one(result, Find.row(result, options.row())) : Sheet.of(result);
    List<Integer> rows = spread(sheet, options.lines());
    List<String> notes = new ArrayList<>(sheet.notes());
    if (rows.size() < sheet.rows()) {
      notes.add(rows.size() + " of " + sheet.rows() + " rows, evenly spaced by score, are drawn");
    }
    String subtitle = (one ? "row " + sheet.name(0) + ", score " + Numbers.format(sheet.score(0)) + ", base "
        + Numbers.format(sheet.base(0)) : Notes.count(sheet.rows(), "row") + "  \u00b7  " + result.score());
    return Page.of(request, subtitle, notes, "The ways of " + Notes.count(rows.size(), "row")
        + " from base value to score.", (scene, area) -> draw(sheet, rows, options, scene, area));
  }

  /** The lowest and the highest score, and others evenly between by rank; of rising score. */
  static List<Integer> spread(Sheet sheet, int most) {
    List<Integer> order = IntStream.range(0, sheet.rows()).boxed().sorted(Comparator.comparingDouble(sheet::score))
        .toList();
    if (order.size() <= most) {
      return order;
    }
    return IntStream.range(0, most)
        .mapToObj(i -> order.get(most == 1 ? 0 : (int) ((long) i * (order.size() - 1) / (most - 1)))).toList();
  }

  private static double draw(Sheet sheet, List<Integer> rows, DecisionOptions options, SceneBuilder scene, Rect area) {
    boolean one = sheet.rows() == 1;
    double legend = one ? 0 : LowHigh.height(scene.measure()) + Styles.GAP;
    Rect plot = area.inset(0, legend, 0, 0);
    Shown shown = Shown.of(sheet.strengths(), options.features(), FeatureLines.room(plot, scene.measure()));
    List<Way> ways = rows.stream().map(r -> Way.of(sheet, r, shown)).toList();
    double least = ways.stream().mapToDouble(Way::least).min().orElse(0);
    double most = ways.stream().mapToDouble(Way::most).max().orElse(0);
    List<FeatureLines.Line> names = new ArrayList<>();
    for (int f : shown.own()) {
      names.add(one ? FeatureLines.Line.valued(sheet, 0, f) : FeatureLines.Line.named(sheet, f));
    }
    if (!shown.others().isEmpty()) {
      names.add(FeatureLines.Line.others(shown.others().size()));
    }
    FeatureLines lines = new FeatureLines(plot, names, NumberAxis.span(least, most), 0, 0, sheet.table().score(),
        scene.measure());
    double low = sheet.score(rows.getFirst());
    double high = sheet.score(rows.getLast());
    if (!one) {
      scene.addAll(new LowHigh("score", Numbers.format(low, 3), Numbers.format(high, 3), false).draw(area,
          scene.measure()));
    }
    scene.addAll(lines.items());
    double base = lines.x(sheet.meanBase());
    scene.add(PathItem.stroked(PathData.line(base, plot.y(), base, lines.inner().bottom()),
        new Stroke(Styles.MUTED, 1, List.of(4.0, 3.0))));
    for (Way way : ways) {
      double position = low < high ? (way.score() / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
      scene.addAll(way.items(lines, position, ways.size()));
    }
    scene.add(new WayHits(sheet, ways, lines, shown).grid());
    return lines.bottom();
  }
}
