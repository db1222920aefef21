/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Picture;
import org.loupe.math.tensor.ElementType;
import org.loupe.toolkit.cam.InputGrid;

/**
 * What a layer gave for an input, with its figures.
 *
 * @param value the layer's value
 * @param statistics its figures
 * @param maps the same as a result
 */
public record LayerActivation(LayerValue value, LayerStatistics statistics, FeatureMaps maps) {
  /** Channels that a table has rows for. */
  private static final long MOST_CHANNELS = 1 << 20;
  private static final FeatureLayout NO_CHANNELS = new FeatureLayout(FeatureLayout.Kind.OTHER, -1, -1, -1);

  /**
   * Takes the figures of a layer's value.
   *
   * @param input what the layer's map lies over
   * @param influence of each channel on a target, where it was asked for
   * @throws LoupeException NOT_APPLICABLE with the reason if the value is text or empty
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public static LayerActivation of(LayerValue given, DecodedInput input, Optional<double[]> influence,
      Progress progress) throws LoupeException {
    requireNumbers(given);
    LayerValue value = given.channels() <= MOST_CHANNELS ? given
        : new LayerValue(given.layer(), given.values(), NO_CHANNELS, given.certain());
    LayerStatistics statistics = LayerStatistics.of(value, true, progress);
    Optional<double[]> perChannel = influence.filter(i -> i.length == statistics.channels().size());
    FeatureMaps maps = new FeatureMaps(value.layer().id(), value.values(), value.layout(), picture(value, input),
        ChannelTable.of(statistics.channels(), perChannel), figures(statistics));
    return new LayerActivation(value, statistics, maps);
  }

  /** @throws LoupeException NOT_APPLICABLE if a layer's value has no numbers to look at */
  public static void requireNumbers(LayerValue value) throws LoupeException {
    if (value.values().type() == ElementType.STRING) {
      throw LoupeException.notApplicable("layer " + value.layer().id() + " gives text, which has no figures");
    }
    if (value.values().size() == 0) {
      throw LoupeException.notApplicable("layer " + value.layer().id()
          + " gives no values for this input: its shape is " + value.values().shape());
    }
  }

  /** Only maps lie over a picture. */
  private static Optional<Picture> picture(LayerValue value, DecodedInput input) {
    return value.layout().kind() == FeatureLayout.Kind.MAPS
        ? InputGrid.of(input).flatMap(g -> g.picture(value.rows(), value.columns())) : Optional.empty();
  }

  /** Figures of a layer by name, in the order to show them. */
  static Map<String, Double> figures(LayerStatistics statistics) {
    ChannelStatistics all = statistics.all();
    Map<String, Double> out = new LinkedHashMap<>();
    out.put(ChannelTable.MEAN, all.mean());
    out.put(ChannelTable.STD, all.std());
    out.put(ChannelTable.MIN, all.min());
    out.put(ChannelTable.MAX, all.max());
    out.put(ChannelTable.SPARSITY, all.sparsity());
    out.put("dead channels", statistics.deadShare());
    if (!Double.isNaN(all.saturated())) {
      out.put(ChannelTable.SATURATED, all.saturated());
    }
    out.put(ChannelTable.ENTROPY, all.entropy());
    out.put(ChannelTable.NON_FINITE, (double) all.nonFinite());
    return out;
  }
}
