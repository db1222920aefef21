/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.heat;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.math.color.ColorMap;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.color.ColorScale;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.ImageItem;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.ColorBar;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.attribution.Find;
import org.loupe.visualize.internal.attribution.Page;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.attribution.Similarity;
import org.loupe.visualize.internal.attribution.heat.AttributionHeatMapOptions.Zero;

/** Every attribution of every row: features are lines, rows are columns; the score is a curve, mean sizes are bars. */
public final class AttributionHeatMap implements Visualizer<AttributionTable, AttributionHeatMapOptions> {
  private static final double NAMES_SHARE = 0.35;
  private static final double LEAST_LINE = 14;
  private static final double MOST_LINE = 34;
  private static final double BARS = 0.12;
  private static final String SIZES = "mean size";

  @Override
  public Class<AttributionTable> resultType() {
    return AttributionTable.class;
  }

  @Override
  public Class<AttributionHeatMapOptions> optionsType() {
    return AttributionHeatMapOptions.class;
  }

  @Override
  public boolean accepts(AttributionTable result) {
    return result.rows().size() > 1;
  }

  @Override
  public Scene prepare(AttributionTable result, ViewRequest<AttributionHeatMapOptions> request) throws LoupeException {
    Find.some(result);
    Sheet sheet = Sheet.of(result, Similarity.MOST);
    List<Integer> order = request.options().order().of(sheet);
    String subtitle = Notes.count(result.rows().size(), "row") + "  \u00b7  " + result.score();
    return Page.of(request, subtitle, sheet.notes(), "Attributions of " + Notes.count(sheet.rows(), "row") + " and "
        + Notes.count(sheet.features(), "feature") + ".", (scene, area) -> draw(sheet, order, request.options(), scene,
            area));
  }

  private static double draw(Sheet sheet, List<Integer> order, AttributionHeatMapOptions options, SceneBuilder scene,
      Rect area) {
    double small = scene.measure().height(Styles.SMALL);
    double curve = Math.clamp(area.height() * 0.16, 30, 90);
    double below = small + Styles.GAP;
    double room = area.height() - curve - Styles.GAP - below;
    double[] strengths = sheet.strengths();
    Shown shown = Shown.of(strengths, options.features(), (int) (room / LEAST_LINE));
    List<String> names = HeatLines.names(sheet, shown);
    double widest = names.stream().mapToDouble(n -> scene.measure().width(n, Styles.BODY)).max().orElse(0) + 1;
    double left = Math.max(ScoreCurve.room(sheet, scene.measure()),
        Math.min(area.width() * NAMES_SHARE, widest) + Styles.GAP);
    double high = Math.min(MOST_LINE, room / shown.lines()) * shown.lines();
    ColorScale scale = scale(sheet, shown, options);
    ColorBar bar = new ColorBar(scale, "attribution");
    double legend = bar.width(Math.max(60, high), scene.measure());
    double bars = Math.max(area.width() * BARS, scene.measure().width(SIZES, Styles.SMALL));
    double width = Math.max(1, area.width() - left - bars - legend - 3 * Styles.GAP);
    Rect map = new Rect(area.x() + left, area.y() + curve + Styles.GAP, width, high);
    HeatLines lines = new HeatLines(sheet, order, shown, map);
    scene.addAll(ScoreCurve.draw(sheet, order, new Rect(map.x(), area.y(), width, curve), scene.measure()));
    scene.add(new ImageItem(Raster.of(order.size(), shown.lines(), (c, l) -> scale.argb(lines.value(l, c))), map, false,
        1, "attributions, features by rows"));
    scene.add(PathItem.stroked(PathData.rect(map), Styles.FRAME));
    scene.addAll(lines.items(area.x(), left - Styles.GAP, scene.measure()));
    scene.addAll(lines.bars(strengths, new Rect(map.right() + Styles.GAP, map.y(), bars, high)));
    scene.add(bar.vertical(new Rect(map.right() + bars + 3 * Styles.GAP, map.y(), legend, Math.max(60, high)),
        scene.measure()));
    scene.add(TextItem.of(options.order().text(), map.centerX(), map.bottom() + Styles.GAP, Styles.SMALL)
        .align(Anchor.MIDDLE, Baseline.TOP).limit(map.width()));
    scene.add(TextItem.of(SIZES, map.right() + Styles.GAP, map.bottom() + Styles.GAP, Styles.SMALL).color(Styles.MUTED)
        .align(Anchor.START, Baseline.TOP).limit(bars + Styles.GAP));
    return Math.max(map.bottom(), map.y() + 60) + below;
  }

  private static ColorScale scale(Sheet sheet, Shown shown, AttributionHeatMapOptions options) {
    ColorMap map = options.zero() == Zero.DARK ? ColorMaps.BLUE_BLACK_RED : ColorMaps.BLUE_WHITE_RED;
    return ColorScale.symmetricPercentile(map, options.percentile() / 100,
        shown.own().stream().flatMapToDouble(f -> java.util.Arrays.stream(sheet.values(f))).toArray());
  }
}
