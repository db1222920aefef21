/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import org.loupe.api.settings.Setting;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Colours;

/** Options of {@link FeatureMapsView}. */
public record FeatureMapsOptions(
    @Setting(label = "Order", defaultValue = "index",
        doc = "Channels by index, or by a figure of the channel, as mean or max: the greatest first.") String order,
    @Setting(label = "Reverse", defaultValue = "false", doc = "Whether the order is turned round.") boolean reverse,
    @Setting(label = "First", defaultValue = "0", min = 0, max = 1e9,
        doc = "How many channels of that order are passed over, to see the others.") int first,
    @Setting(label = "Most", defaultValue = "4096", min = 1, max = 16384,
        doc = "How many channels are shown at most; fewer where there is no room.") int most,
    @Setting(label = "Columns", defaultValue = "0", min = 0, max = 1024,
        doc = "How many maps stand side by side; 0 for as many as make them largest.") int columns,
    @Setting(label = "Range", defaultValue = "common",
        doc = "Whether a colour stands for the same number in all channels, or each channel has its own range, so that "
            + "weak ones are seen as well.") Range range,
    @Setting(label = "Percentile", defaultValue = "99.5", min = 50, max = 100, unit = "%",
        doc = "For a common range: the share of values that keep a colour of their own.") double percentile,
    @Setting(label = "Colours", defaultValue = "auto",
        doc = "The colour map; auto is blue, neutral zero, red where there are values below zero, and viridian where "
            + "there are none.") Colours colours) {

  /** What the ends of the colour map stand for. */
  public enum Range {
    COMMON, OWN
  }
}
