/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.bar;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.FeatureLines;
import org.loupe.visualize.internal.attribution.Find;
import org.loupe.visualize.internal.attribution.NumberAxis;
import org.loupe.visualize.internal.attribution.Page;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.attribution.Texts;

/** How much each feature counts over all rows, or in one: bars from zero, the strongest on top. */
public final class FeatureBars implements Visualizer<AttributionTable, BarOptions> {
  @Override
  public Class<AttributionTable> resultType() {
    return AttributionTable.class;
  }

  @Override
  public Class<BarOptions> optionsType() {
    return BarOptions.class;
  }

  @Override
  public Scene prepare(AttributionTable result, ViewRequest<BarOptions> request) throws LoupeException {
    Find.some(result);
    boolean one = !request.options().row().isBlank() || result.rows().size() == 1;
    Sheet sheet = one ? Sheet.one(result, Find.row(result, request.options().row())) : Sheet.of(result);
    Lengths lengths = one ? Lengths.ofRow(sheet) : Lengths.of(sheet, request.options().measure());
    List<String> notes = new ArrayList<>(sheet.notes());
    if (java.util.Arrays.stream(lengths.strengths()).allMatch(v -> v == 0)) {
      notes.add("every attribution is 0");
    }
    String subtitle = one ? "row " + sheet.name(0) + ", score " + Numbers.format(sheet.score(0)) + ", base "
        + Numbers.format(sheet.base(0)) : Notes.count(sheet.rows(), "row");
    return Page.of(request, subtitle, notes, describe(sheet, lengths),
        (scene, area) -> draw(sheet, lengths, request.options().features(), scene, area));
  }

  private static double draw(Sheet sheet, Lengths lengths, int features, SceneBuilder scene, Rect area) {
    double legend = lengths.signed() ? Page.SIGNS.height(area.width(), scene.measure()) + Styles.GAP : 0;
    if (legend > 0) {
      scene.add(Page.SIGNS.draw(area, scene.measure()));
    }
    Rect plot = area.inset(0, legend, 0, 0);
    Shown shown = Shown.of(lengths.strengths(), features, FeatureLines.room(plot, scene.measure()));
    List<FeatureLines.Line> names = new ArrayList<>();
    double[] values = new double[shown.lines()];
    for (int i = 0; i < values.length; i++) {
      boolean own = i < shown.own().size();
      values[i] = own ? lengths.values()[shown.own().get(i)] : lengths.together(sheet, shown.others());
      names.add(own ? lengths.line(sheet, shown.own().get(i))
          : FeatureLines.Line.others(shown.others().size()));
    }
    FeatureLines lines = new FeatureLines(plot, names, span(values, shown), room(values, -1, scene),
        room(values, 1, scene), lengths.label() + sheet.table().score(), scene.measure());
    scene.addAll(lines.items());
    for (int i = 0; i < values.length; i++) {
      scene.addAll(bar(lines, i, values[i], lengths.signed(), span(values, shown)));
      Rect line = lines.line(i);
      String name = names.get(i).name() + names.get(i).value();
      String tooltip = name + "\n" + lengths.label() + Numbers.format(values[i], 6);
      scene.add(new HitRegion(line, tooltip, names.get(i).selection()));
    }
    double zero = lines.x(0);
    scene.add(PathItem.stroked(PathData.line(zero, plot.y(), zero, lines.inner().bottom()), Styles.FRAME));
    return lines.bottom();
  }

  /** The sum of many others must not make the bars of single features vanish: it is cut at the strongest of them. */
  private static double[] span(double[] values, Shown shown) {
    double strongest = Math.abs(values[0]);
    double least = 0;
    double most = 0;
    for (int i = 0; i < values.length; i++) {
      double v = i < shown.own().size() ? values[i] : Math.clamp(values[i], -strongest, strongest);
      least = Math.min(least, v);
      most = Math.max(most, v);
    }
    return least < most ? new double[] {least, most} : NumberAxis.span(0, 0);
  }

  /** For the numbers at the ends of bars of a sign. */
  private static double room(double[] values, int sign, SceneBuilder scene) {
    return java.util.Arrays.stream(values).filter(v -> v < 0 == sign < 0)
        .map(v -> scene.measure().width(Texts.signed(v), Styles.SMALL) + Styles.GAP * 1.5).max().orElse(0);
  }

  private static List<Item> bar(FeatureLines lines, int index, double value, boolean signed, double[] span) {
    Rect line = lines.line(index);
    double zero = lines.x(0);
    double end = lines.x(Math.clamp(value, span[0], span[1]));
    boolean against = value < 0;
    SceneColor color = signed ? Colours.of(value) : SceneColor.of(ThemeRole.ACCENT);
    String text = signed ? Texts.signed(value) : Numbers.format(value, 3);
    Rect shape = new Rect(Math.min(zero, end), line.y() + line.height() * 0.15, Math.abs(end - zero),
        line.height() * 0.7);
    List<Item> items = new ArrayList<>();
    items.add(PathItem.filled(PathData.rect(shape), color));
    if (value < span[0] || value > span[1]) {
      for (double shift : new double[] {-4, 4}) {
        double x = shape.centerX() + shift;
        items.add(PathItem.stroked(PathData.line(x - 3, shape.bottom() + 2, x + 3, shape.y() - 2),
            Stroke.solid(SceneColor.of(ThemeRole.BACKGROUND), 3)));
      }
    }
    items.add(TextItem.of(text, end + (against ? -Styles.GAP : Styles.GAP), line.centerY(), Styles.SMALL)
        .align(against ? Anchor.END : Anchor.START, Baseline.MIDDLE));
    return items;
  }

  private static String describe(Sheet sheet, Lengths lengths) {
    Shown shown = Shown.of(lengths.strengths(), 0, Integer.MAX_VALUE);
    return "The strongest first: " + String.join("; ", shown.own().stream()
        .map(f -> lengths.line(sheet, f).name() + ": " + Numbers.format(lengths.values()[f])).toList()) + ".";
  }
}
