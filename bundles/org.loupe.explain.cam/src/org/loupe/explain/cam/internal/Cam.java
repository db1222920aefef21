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
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.cam.ChannelSum;
import org.loupe.toolkit.cam.PooledHead;
import org.loupe.toolkit.cam.Pooling;
import org.loupe.toolkit.input.Attributions;

/**
 * CAM: the channels of the last feature map, each times the weight that the dense layer behind global average pooling
 * gives it for the target. Source: B. Zhou, A. Khosla, A. Lapedriza, A. Oliva and A. Torralba, "Learning Deep Features
 * for Discriminative Localization", CVPR 2016, equation 2. The weights are the derivative of the score by the pooled
 * channels, which for such a head does not depend on the input; where nothing follows the pooling they are 1 for the
 * target's own channel.
 */
public final class Cam implements Explainer<CamSettings> {
  /** Largest difference between the pooled value and the mean, relative to its largest. */
  private static final double MEAN = 1e-3;

  @Override
  public Class<CamSettings> settingsType() {
    return CamSettings.class;
  }

  @Override
  public Result explain(ExplainRequest<CamSettings> request, ExplainContext context) throws LoupeException {
    CamSettings settings = request.settings();
    DecodedInput input = Attributions.input(request.subject(), settings.input());
    Pooling pooling = PooledHead.find(context.model(), request.target().value());
    String map = pooling.map().id();
    String pooled = pooling.layer().id();
    Gradients gradients =
        context.gradients(new GradientQuery(List.of(pooled), Differentiable.PLAIN, List.of(map, pooled)));
    ChannelSum channels = ChannelSum.of(gradients.value(map).shape(), pooling.map().channelAxis(), map);
    requireMean(channels, gradients.value(map), gradients.value(pooled), pooled);
    context.note("layer " + map + " of " + channels.channels() + " channels, " + channels.rows() + " x "
        + channels.columns() + ", pooled in " + pooled);
    double[][] sums = channels.weighted(gradients.value(map), channels.perChannel(gradients.by(pooled)));
    return MapResult.of(input, channels, sums, settings.options(), gradients.score(), context);
  }

  /** A window that ends before the border, say, is no pooling over the whole grid. */
  private static void requireMean(ChannelSum channels, Tensor map, Tensor pooled, String name)
      throws LoupeException {
    boolean same = pooled.size() == (long) channels.items() * channels.channels();
    double[][] means = channels.means(map);
    double[][] found = same ? channels.perChannel(pooled) : means;
    double scale = 0;
    double difference = 0;
    for (int n = 0; n < means.length; n++) {
      for (int c = 0; c < means[n].length; c++) {
        scale = Math.max(scale, Math.abs(means[n][c]));
        difference = Math.max(difference, Math.abs(means[n][c] - found[n][c]));
      }
    }
    if (!same || difference > MEAN * scale) {
      throw LoupeException.notApplicable("CAM needs global average pooling, and " + name
          + " is not the mean over the whole grid; use grad-cam, which takes any head");
    }
  }
}
