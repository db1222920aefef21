/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal;

import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.result.Result;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.Target;
import org.loupe.explain.featurevis.internal.canvas.Canvas;

/**
 * Makes the picture that a target answers to most, by gradient ascent from noise. Source: D. Erhan, Y. Bengio,
 * A. Courville, P. Vincent, "Visualizing Higher-Layer Features of a Deep Network", Universite de Montreal, 2009; the
 * profiles name theirs. The result is a {@link org.loupe.api.result.GeneratedInput}, or one for each of several
 * channels.
 */
public final class FeatureVisualization implements Explainer<VisualizationSettings> {
  /** Figure of a result, 1 where no start gave a gradient. */
  static final String DEAD = "dead";

  @Override
  public Class<VisualizationSettings> settingsType() {
    return VisualizationSettings.class;
  }

  @Override
  public Result explain(ExplainRequest<VisualizationSettings> request, ExplainContext context) throws LoupeException {
    VisualizationSettings settings = request.settings();
    Canvas canvas = Canvas.of(painted(request.subject()), settings.black(), settings.white());
    return new Ascent(settings, canvas, objective(request, context, canvas.input().name()), context).run();
  }

  /** The first input that is a picture. */
  private static DecodedInput painted(Subject.Single subject) {
    return subject.explained().stream().map(subject.inputs()::get).filter(i -> i.encoding().isPresent()).findFirst()
        .orElse(subject.first());
  }

  private static Objective objective(ExplainRequest<VisualizationSettings> request, ExplainContext context,
      String input) throws LoupeException {
    VisualizationSettings settings = request.settings();
    Target target = request.target().target();
    if (!settings.also().isEmpty() && !(target instanceof Target.Channel)) {
      throw LoupeException.usage("setting also names further channels, but the target is no channel");
    }
    return switch (target) {
      case Target.Channel c -> layer(request, context, input);
      case Target.Direction d -> layer(request, context, input);
      case Target.Layer l -> layer(request, context, input);
      default -> new Objective.OfTarget(context, input, request.target());
    };
  }

  private static Objective layer(ExplainRequest<VisualizationSettings> request, ExplainContext context, String input)
      throws LoupeException {
    return LayerObjective.of(context, request.subject(), input, request.target().target(), request.settings().also(),
        request.settings().border());
  }
}
