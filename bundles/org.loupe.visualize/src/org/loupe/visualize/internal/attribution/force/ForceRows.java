/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.force;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Stroke;
import org.loupe.scene.build.Axis;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.attribution.Find;
import org.loupe.visualize.internal.attribution.Page;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;
import org.loupe.visualize.internal.attribution.Similarity;

/**
 * The forces on many rows side by side: a row is a column in which what raises its score is stacked below the score and
 * what lowers it above, the strongest features of the table nearest to it.
 */
public final class ForceRows implements Visualizer<AttributionTable, ForceRowsOptions> {
  private static final int LEAST_COLUMNS = 160;

  @Override
  public Class<AttributionTable> resultType() {
    return AttributionTable.class;
  }

  @Override
  public Class<ForceRowsOptions> optionsType() {
    return ForceRowsOptions.class;
  }

  @Override
  public boolean accepts(AttributionTable result) {
    return result.rows().size() > 1;
  }

  @Override
  public Scene prepare(AttributionTable result, ViewRequest<ForceRowsOptions> request) throws LoupeException {
    Find.some(result);
    Sheet sheet = Sheet.of(result, Math.clamp(request.width() / 2, LEAST_COLUMNS, Similarity.MOST));
    List<Integer> order = request.options().order().of(sheet);
    Shown shown = Shown.of(sheet.strengths(), request.options().features(), Integer.MAX_VALUE);
    Layers layers = Layers.of(sheet, order, shown);
    return Page.of(request, Notes.count(result.rows().size(), "row") + "  \u00b7  " + result.score(), sheet.notes(),
        "Forces on " + Notes.count(sheet.rows(), "row") + ".",
        (scene, area) -> draw(layers, request.options(), scene, area));
  }

  private static double draw(Layers layers, ForceRowsOptions options, SceneBuilder scene, Rect area) {
    double legend = Page.SIGNS.height(area.width(), scene.measure()) + Styles.GAP;
    double[] span = layers.span();
    PlotFrame frame = PlotFrame.of(area.inset(0, legend, 0, 0),
        Axis.numeric(0, layers.order().size(), options.order().text()),
        Axis.numeric(span[0], span[1], layers.sheet().table().score()), scene.measure());
    scene.add(Page.SIGNS.draw(area, scene.measure()));
    scene.addAll(frame.items());
    scene.addAll(layers.items(frame));
    scene.add(PathItem.stroked(layers.scores(frame), Stroke.solid(Styles.FOREGROUND, 1.25)));
    double base = frame.y(layers.sheet().meanBase());
    scene.add(PathItem.stroked(PathData.line(frame.inner().x(), base, frame.inner().right(), base),
        new Stroke(Styles.FOREGROUND, 1, List.of(4.0, 3.0))));
    scene.add(layers.hits(frame));
    return area.bottom();
  }
}
