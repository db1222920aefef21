/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.bars;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.ElementType;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.visualize.internal.Notes;

/** Draws feature attributions as horizontal bars, the strongest first, the rest summed up. */
public final class Bars implements Visualizer<FeatureAttribution, BarsOptions> {
  private static final double LEAST_WIDTH = 320;
  private static final double LEAST_HEIGHT = 200;
  private static final double LEAST_ROW = 18;
  private static final double MOST_ROW = 28;

  @Override
  public Class<FeatureAttribution> resultType() {
    return FeatureAttribution.class;
  }

  @Override
  public Class<BarsOptions> optionsType() {
    return BarsOptions.class;
  }

  @Override
  public Scene prepare(FeatureAttribution result, ViewRequest<BarsOptions> request) throws LoupeException {
    if (result.values().type() == ElementType.STRING || result.features().isEmpty()) {
      throw LoupeException.notApplicable("the attribution holds no numbers to draw");
    }
    double width = Math.max(LEAST_WIDTH, request.width());
    double height = Math.max(LEAST_HEIGHT, request.height());
    double spare = compose(new SceneBuilder(width, height), result, request);
    SceneBuilder scene = new SceneBuilder(width, Math.max(LEAST_HEIGHT, height - spare));
    compose(scene, result, request);
    return scene.build();
  }

  /** Lays everything out. @return how much higher the scene is than it need be */
  private static double compose(SceneBuilder scene, FeatureAttribution result, ViewRequest<BarsOptions> request) {
    scene.header(request.title(), Notes.figures(result.figures()));
    Notes.footers(scene, notes(Summary.of(result.values())));
    Rect free = scene.free();
    double room = Math.max(LEAST_ROW, free.height() - BarChart.axisHeight(scene.measure()));
    int fit = Math.max(1, (int) (room / LEAST_ROW + 1e-9) - 1);
    List<Bar> bars = Bar.of(result, Math.min(request.options().top(), fit), request.options().values());
    scene.description(describe(bars));
    if (bars.isEmpty()) {
      return 0;
    }
    BarChart chart = new BarChart(result, bars, free, Math.min(MOST_ROW, room / bars.size()), scene.measure());
    scene.addAll(chart.items());
    return Math.max(0, free.bottom() - chart.bottom());
  }

  private static List<String> notes(Summary s) {
    List<String> out = new ArrayList<>();
    if (s.finite() > 0 && s.maxAbs() == 0) {
      out.add("every value is 0");
    }
    if (s.finite() < s.count()) {
      out.add(s.count() - s.finite() + " of " + s.count() + " values are not finite numbers and are left out");
    }
    return out;
  }

  private static String describe(List<Bar> bars) {
    List<String> parts = bars.stream().map(b -> b.name() + ": " + Numbers.format(b.value())).toList();
    return "Attributions of features, the strongest first. " + String.join("; ", parts) + ".";
  }
}
