/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.result.Curves;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.build.Layout;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.scene.build.Swatches;
import org.loupe.visualize.internal.Notes;

/** Draws lines over a common axis; those that measure different things in panels of their own, one above the other. */
public final class CurvesView implements Visualizer<Curves, CurvesOptions> {
  private static final double LEAST_WIDTH = 240;
  private static final double LEAST_HEIGHT = 180;
  private static final double LEAST_PANEL = 110;

  @Override
  public Class<Curves> resultType() {
    return Curves.class;
  }

  @Override
  public Class<CurvesOptions> optionsType() {
    return CurvesOptions.class;
  }

  @Override
  public Scene prepare(Curves result, ViewRequest<CurvesOptions> request) {
    Map<Curves.Axis, List<Integer>> panels = new LinkedHashMap<>();
    for (int i = 0; i < result.series().size(); i++) {
      panels.computeIfAbsent(result.series().get(i).y(), y -> new ArrayList<>()).add(i);
    }
    SceneBuilder probe = new SceneBuilder(Math.max(LEAST_WIDTH, request.width()), LEAST_HEIGHT);
    probe.header(request.title(), Notes.figures(result.figures()));
    Swatches legend = legend(result);
    double legendHeight = legend.entries().size() < 2 ? 0
        : legend.height(probe.free().width(), probe.measure()) + Styles.GAP;
    double least = probe.free().y() + legendHeight + panels.size() * (LEAST_PANEL + Styles.MARGIN) + Styles.MARGIN;
    SceneBuilder scene = new SceneBuilder(Math.max(LEAST_WIDTH, request.width()),
        Math.max(Math.max(LEAST_HEIGHT, least), request.height()));
    scene.header(request.title(), Notes.figures(result.figures()));
    Panels drawn = new Panels(result, request.options());
    String note = drawn.note();
    if (!note.isEmpty()) {
      scene.footer(note);
    }
    scene.description(describe(result));
    Rect free = scene.free();
    if (legendHeight > 0) {
      scene.add(legend.draw(free, scene.measure()));
    }
    Rect area = free.inset(0, legendHeight, 0, 0);
    if (!panels.isEmpty() && drawn.any()) {
      double[] weights = new double[panels.size()];
      Arrays.fill(weights, 1);
      weights[weights.length - 1] = result.labels().isEmpty() ? 1.15 : 1.4;
      drawn.draw(scene, List.copyOf(panels.values()), Layout.rows(area, Styles.MARGIN, weights));
    }
    return scene.build();
  }

  private static Swatches legend(Curves result) {
    List<Swatches.Entry> entries = new ArrayList<>();
    for (int i = 0; i < result.series().size(); i++) {
      entries.add(new Swatches.Entry(SeriesLook.color(i), result.series().get(i).name()));
    }
    return new Swatches(entries);
  }

  private static String describe(Curves result) {
    return result.series().size() + " curves over " + result.x().name() + ": "
        + String.join(", ", result.series().stream().map(Curves.Series::name).toList()) + ".";
  }
}
