/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.cam.internal;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.explain.Gradients;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.result.Result;
import org.loupe.api.subject.DecodedInput;
import org.loupe.toolkit.cam.ChannelSum;
import org.loupe.toolkit.cam.FeatureMap;
import org.loupe.toolkit.cam.FeatureMaps;
import org.loupe.toolkit.input.Attributions;

/**
 * Grad-CAM: the channels of a feature map, each weighed by the mean over the grid of the score's derivative by it,
 * added up and rectified. Source: R. R. Selvaraju, M. Cogswell, A. Das, R. Vedantam, D. Parikh and D. Batra, "Grad-CAM:
 * Visual Explanations from Deep Networks via Gradient-based Localization", ICCV 2017, equations 1 and 2.
 */
public final class GradCam implements Explainer<GradCamSettings> {
  @Override
  public Class<GradCamSettings> settingsType() {
    return GradCamSettings.class;
  }

  @Override
  public Result explain(ExplainRequest<GradCamSettings> request, ExplainContext context) throws LoupeException {
    GradCamSettings settings = request.settings();
    DecodedInput input = Attributions.input(request.subject(), settings.input());
    boolean found = settings.layer().isBlank();
    FeatureMap map = found ? FeatureMaps.last(context.model(), request.target().value())
        : FeatureMaps.named(context.model(), settings.layer().strip());
    Gradients gradients =
        context.gradients(new GradientQuery(List.of(map.id()), Differentiable.PLAIN, List.of(map.id())));
    ChannelSum channels = ChannelSum.of(gradients.value(map.id()).shape(), map.channelAxis(), map.id());
    context.note("layer " + map.id() + " of " + channels.channels() + " channels, " + channels.rows() + " x "
        + channels.columns() + (found ? ", the last feature map before pooling or flattening" : ""));
    if (!map.certain()) {
      context.note("the graph does not tell where layer " + map.id()
          + " has its channels; they were taken to come before rows and columns");
    }
    double[][] sums = channels.weighted(gradients.value(map.id()), channels.means(gradients.by(map.id())));
    return MapResult.of(input, channels, sums, settings.options(), gradients.score(), context);
  }
}
