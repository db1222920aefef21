/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.result.GeneratedInput;
import org.loupe.explain.featurevis.internal.VisualizationSettings.Keep;
import org.loupe.explain.featurevis.internal.canvas.Canvas;
import org.loupe.explain.featurevis.internal.canvas.Show;

/** What is kept of one picture's way: the objective where it was measured, and how it looked there. */
final class Track {
  private final VisualizationSettings settings;
  private final Canvas canvas;
  private final Climb climb;
  private final String objective;
  private final Show show;
  private final List<Double> scores = new ArrayList<>();
  private final List<GeneratedInput.Frame> frames = new ArrayList<>();
  private double[] best;
  private double bestScore = Double.NEGATIVE_INFINITY;
  private int bestStep;
  private double lastScore = Double.NaN;

  Track(VisualizationSettings settings, Canvas canvas, Climb climb, String objective) {
    this.settings = settings;
    this.canvas = canvas;
    this.climb = climb;
    this.objective = objective;
    this.show = new Show(settings.look(), settings.crop());
  }

  /** Takes down how the picture looks now. */
  void seen(int step) {
    reach(step);
    if (settings.frames() > 0) {
      frames.add(new GeneratedInput.Frame(step, show.of(climb.picture(), canvas)));
    }
  }

  /** Takes a measurement down. @param score of the picture as it is now, on valid pixels */
  void measured(int step, double score) {
    if (settings.keep() == Keep.BEST && (best == null || score > bestScore)) {
      best = climb.picture().clone();
      bestScore = score;
      bestStep = step;
    }
    reach(step);
    scores.set(step, score);
    lastScore = score;
  }

  private void reach(int step) {
    while (scores.size() <= step) {
      scores.add(Double.NaN);
    }
  }

  /** What there is after so many steps. */
  GeneratedInput result(int step, boolean ended) {
    boolean chosen = ended && best != null;
    double[] picture = chosen ? best : climb.picture();
    double[] valid = picture.clone();
    canvas.clip(valid);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("objective", chosen ? bestScore : lastScore);
    figures.put("objective at the start", scores.get(0));
    figures.put("steps", (double) (chosen ? bestStep : step));
    if (climb.starts() > 1) {
      figures.put("starts", (double) climb.starts());
    }
    if (climb.redirectedSteps() > 0) {
      figures.put("steps before the rectifier", (double) climb.redirectedSteps());
    }
    if (ended && !climb.alive()) {
      figures.put(FeatureVisualization.DEAD, 1.0);
    }
    return new GeneratedInput(canvas.input().name(), objective, canvas.toModel(valid), canvas.axes(),
        show.of(picture, canvas), scores, frames, figures);
  }
}
