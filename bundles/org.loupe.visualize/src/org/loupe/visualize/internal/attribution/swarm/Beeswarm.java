/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.swarm;

import java.util.ArrayList;
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
 * The attributions of all rows, a line for each feature, coloured by the feature's value: where high values stand at
 * the right, they raise the score. Few rows are points side by side, many are a shape as high as there are rows.
 */
public final class Beeswarm implements Visualizer<AttributionTable, BeeswarmOptions> {
  @Override
  public Class<AttributionTable> resultType() {
    return AttributionTable.class;
  }

  @Override
  public Class<BeeswarmOptions> optionsType() {
    return BeeswarmOptions.class;
  }

  @Override
  public boolean accepts(AttributionTable result) {
    return result.rows().size() > 1;
  }

  @Override
  public Scene prepare(AttributionTable result, ViewRequest<BeeswarmOptions> request) throws LoupeException {
    Find.some(result);
    Sheet sheet = Sheet.of(result);
    double[] strengths = sheet.strengths();
    List<String> notes = new ArrayList<>(sheet.notes());
    if (java.util.Arrays.stream(strengths).allMatch(v -> v == 0)) {
      notes.add("every attribution is 0");
    }
    if (IntStream.range(0, sheet.features()).anyMatch(f -> sheet.column(f).words().size() > 2)) {
      notes.add("categories are coloured in the order of their codes");
    }
    Shown strongest = Shown.of(strengths, 0, Integer.MAX_VALUE);
    String description = "Attributions of " + Notes.count(sheet.rows(), "row") + ". Mean sizes, the strongest first: "
        + String.join("; ", strongest.own().stream().map(f -> sheet.column(f).name() + " "
            + Numbers.format(strengths[f])).toList()) + ".";
    return Page.of(request, Notes.count(sheet.rows(), "row") + "  \u00b7  " + result.score(), notes, description,
        (scene, area) -> draw(sheet, strengths, request.options(), scene, area));
  }

  private static double draw(Sheet sheet, double[] strengths, BeeswarmOptions options, SceneBuilder scene, Rect area) {
    double legend = LowHigh.height(scene.measure()) + Styles.GAP;
    Rect plot = area.inset(0, legend, 0, 0);
    Shown shown = Shown.of(strengths, options.features(), FeatureLines.room(plot, scene.measure()));
    List<Swarm> swarms = new ArrayList<>();
    List<FeatureLines.Line> names = new ArrayList<>();
    for (int f : shown.own()) {
      swarms.add(Swarm.of(sheet, f));
      names.add(FeatureLines.Line.named(sheet, f));
    }
    if (!shown.others().isEmpty()) {
      swarms.add(Swarm.together(sheet, shown.others()));
      names.add(FeatureLines.Line.others(shown.others().size()));
    }
    double least = swarms.stream().mapToDouble(Swarm::least).min().orElse(0);
    double most = swarms.stream().mapToDouble(Swarm::most).max().orElse(0);
    FeatureLines lines = new FeatureLines(plot, names, NumberAxis.span(Math.min(0, least), Math.max(0, most)), 0, 0,
        "attribution, " + sheet.table().score(), scene.measure());
    boolean missing = swarms.stream().anyMatch(Swarm::missing);
    scene.addAll(new LowHigh("value of the feature", "low", "high", missing).draw(area, scene.measure()));
    scene.addAll(lines.items());
    double zero = lines.x(0);
    scene.add(PathItem.stroked(PathData.line(zero, plot.y(), zero, lines.inner().bottom()), Styles.FRAME));
    boolean points = (long) sheet.rows() * swarms.size() <= options.points();
    IntStream.range(0, swarms.size()).forEach(i -> scene.addAll(points
        ? Points.of(swarms.get(i), lines, lines.line(i)) : Density.of(swarms.get(i), lines, lines.line(i))));
    return lines.bottom();
  }
}
