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
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Result;
import org.loupe.explain.featurevis.internal.VisualizationSettings.Keep;
import org.loupe.explain.featurevis.internal.canvas.Canvas;
import org.loupe.math.tensor.Tensor;

/** Pictures that climb together, each towards its own objective, in one batch a step. */
final class Ascent {
  /** Steps between pictures that are kept, at least. */
  private static final int LEAST_APART = 5;
  /** Steps between measurements that take a pass of their own, at least, as one costs a third of a step. */
  private static final int LEAST_UNMEASURED = 15;
  /** How long a picture climbs past a closed rectifier, as long as lucid lets gradients through theirs. */
  private static final int REDIRECTED_STEPS = 16;
  private static final long PUBLISH_NANOS = 300_000_000;
  private final VisualizationSettings settings;
  private final Canvas canvas;
  private final Objective objective;
  private final ExplainContext context;
  private final List<Climb> climbs = new ArrayList<>();
  private final List<Track> tracks = new ArrayList<>();
  private final int[] redirectedUntil;
  private int measured;

  Ascent(VisualizationSettings settings, Canvas canvas, Objective objective, ExplainContext context) {
    this.settings = settings;
    this.canvas = canvas;
    this.objective = objective;
    this.context = context;
    redirectedUntil = new int[objective.pictures()];
    for (int i = 0; i < objective.pictures(); i++) {
      // By name, so that a channel among others starts as it does alone.
      Climb climb = new Climb(settings, canvas, context.random(objective.name(i)));
      climbs.add(climb);
      tracks.add(new Track(settings, canvas, climb, objective.name(i)));
    }
  }

  Result run() throws LoupeException {
    int apart = apart();
    context.progress().begin("Climbing", settings.steps());
    long published = System.nanoTime();
    for (int step = 0; step < settings.steps(); step++) {
      context.progress().check();
      boolean kept = step == 0 || step % apart == 0 && settings.steps() - step >= LEAST_APART;
      boolean free = kept && climbs.stream().allMatch(Climb::plain);
      if (kept) {
        keep(step);
      }
      if (kept && !free && due(step)) {
        measure(step);
      }
      climb(step, free);
      if (System.nanoTime() - published >= PUBLISH_NANOS) {
        context.publish(result(step + 1, false));
        published = System.nanoTime();
      }
      context.progress().worked(1);
    }
    keep(settings.steps());
    measure(settings.steps());
    say();
    return result(settings.steps(), true);
  }

  /** Whether a pass is to be spent on measuring: not near another, unless the best of all is looked for. */
  private boolean due(int step) {
    return step == 0 || settings.keep() == Keep.BEST
        || step - measured >= LEAST_UNMEASURED && settings.steps() - step >= LEAST_UNMEASURED;
  }

  private void keep(int step) {
    tracks.forEach(t -> t.seen(step));
  }

  /** Steps from one picture that is kept to the next. */
  private int apart() {
    int most = Math.max(1, settings.frames() - 1);
    return Math.max(LEAST_APART, Math.ceilDiv(settings.steps(), most));
  }

  /** @param free whether the pass looks at the very pictures whose objective is to be known */
  private void climb(int step, boolean free) throws LoupeException {
    List<Tensor> looks = climbs.stream().map(Climb::look).toList();
    List<Objective.Slope> slopes = objective.slopes(looks);
    for (int i = 0; i < climbs.size(); i++) {
      if (free) {
        tracks.get(i).measured(step, slopes.get(i).score());
        measured = step;
      }
      if (!climbs.get(i).step(way(i, step, looks.get(i), slopes.get(i).gradient()))) {
        throw LoupeException.failed("the gradient of " + objective.name(i) + " at step " + step
            + " holds NaN or infinity, so the picture cannot climb", null);
      }
    }
  }

  /** The gradient, or that before the rectifier for a while where the picture finds it closed. */
  private Tensor way(int i, int step, Tensor look, Tensor gradient) throws LoupeException {
    Climb climb = climbs.get(i);
    if (!climb.alive()) {
      if (!zero(gradient)) {
        climb.answered();
      } else if (redirectedUntil[i] == 0) {
        redirectedUntil[i] = step + REDIRECTED_STEPS;
      }
    }
    if (step >= redirectedUntil[i]) {
      return gradient;
    }
    Optional<Tensor> before = objective.beforeRectifier(i, look);
    before.ifPresent(g -> climb.redirected());
    return before.orElse(gradient);
  }

  private static boolean zero(Tensor tensor) {
    for (double v : tensor.toDoubles()) {
      if (v != 0) {
        return false;
      }
    }
    return true;
  }

  private void measure(int step) throws LoupeException {
    double[] scores = objective.scores(climbs.stream().map(c -> canvas.toModel(c.valid())).toList());
    for (int i = 0; i < scores.length; i++) {
      tracks.get(i).measured(step, scores[i]);
    }
    measured = step;
  }

  private void say() {
    List<String> stuck = new ArrayList<>();
    for (int i = 0; i < climbs.size(); i++) {
      if (!climbs.get(i).alive()) {
        stuck.add(objective.name(i));
      }
    }
    if (!stuck.isEmpty()) {
      context.note("The gradient of " + String.join(", ", stuck) + " was zero at every step, from " + settings.starts()
          + " starts at most: it is called dead.");
    }
  }

  private Result result(int step, boolean ended) {
    if (tracks.size() == 1) {
      return tracks.get(0).result(step, ended);
    }
    Map<String, Result> parts = new LinkedHashMap<>();
    for (int i = 0; i < tracks.size(); i++) {
      parts.put(objective.name(i), tracks.get(i).result(step, ended));
    }
    return new Composite(parts, Map.of());
  }
}
