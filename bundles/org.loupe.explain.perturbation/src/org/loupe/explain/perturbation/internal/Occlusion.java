/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.perturbation.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.result.Result;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.baseline.Baselines;
import org.loupe.toolkit.input.Attributions;

/**
 * Occlusion: slides a window over the input, replaces what it covers by a baseline, and attributes the drop of the
 * score to the window. An element covered by several windows gets the mean of their drops. Source: M. D. Zeiler and
 * R. Fergus, "Visualizing and Understanding Convolutional Networks", ECCV 2014, section 4.2; the mean over windows as
 * in Captum.
 */
public final class Occlusion implements Explainer<OcclusionSettings> {
  /** Shown so often at most: spreading the windows costs more than many batches. */
  private static final int PARTIALS = 20;

  @Override
  public Class<OcclusionSettings> settingsType() {
    return OcclusionSettings.class;
  }

  @Override
  public Result explain(ExplainRequest<OcclusionSettings> request, ExplainContext context) throws LoupeException {
    OcclusionSettings settings = request.settings();
    DecodedInput input = Attributions.input(request.subject(), settings.input());
    Players players = context.players(input,
        new PlayerRequest.Windows(settings.window(), settings.stride(), settings.border()));
    Tensor baseline = baseline(input, settings);
    int count = players.count();
    double score = context.score();
    double absent = context.scores(1, i -> Map.of(input.name(), players.without(all(count), baseline)))[0];
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("score", score);
    figures.put("baseline score", absent);
    figures.put("windows", (double) count);
    double[] drops = drops(input, players, baseline, score, figures, context);
    if (Arrays.stream(drops).allMatch(d -> d == 0)) {
      context.note("no window changes the score by being replaced, so every attribution is 0; "
          + "try another baseline or a larger window");
    }
    return Attributions.of(input, players.spread(drops), figures);
  }

  private static double[] drops(DecodedInput input, Players players, Tensor baseline, double score,
      Map<String, Double> figures, ExplainContext context) throws LoupeException {
    int count = players.count();
    double[] drops = new double[count];
    int shown = 0;
    context.progress().begin("Occluding " + input.name(), count);
    for (int done = 0; done < count;) {
      context.progress().check();
      int start = done;
      int batch = Math.min(Math.max(1, context.batchSize()), count - start);
      double[] scores = context.scores(batch,
          i -> Map.of(input.name(), players.without(one(start + i), baseline)));
      for (int i = 0; i < batch; i++) {
        drops[start + i] = score - scores[i];
      }
      done += batch;
      context.progress().worked(batch);
      if (done < count && (long) done * PARTIALS / count > shown) {
        shown = (int) ((long) done * PARTIALS / count);
        context.publish(Attributions.of(input, players.spread(drops), figures));
      }
    }
    return drops;
  }

  private static Tensor baseline(DecodedInput input, OcclusionSettings settings) throws LoupeException {
    return switch (settings.baseline()) {
      case ZERO -> Baselines.zero(input);
      case MEAN -> Baselines.mean(input);
      case BLUR -> Baselines.blurred(input, settings.blurSigma());
      case CONSTANT -> Baselines.constant(input, settings.value());
    };
  }

  private static BitSet one(int player) {
    BitSet out = new BitSet();
    out.set(player);
    return out;
  }

  private static BitSet all(int count) {
    BitSet out = new BitSet();
    out.set(0, count);
    return out;
  }
}
