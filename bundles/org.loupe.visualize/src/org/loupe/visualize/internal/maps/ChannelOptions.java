/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import org.loupe.api.settings.Setting;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Colours;

/** Options of {@link ChannelView}. */
public record ChannelOptions(
    @Setting(label = "Channel", defaultValue = "0", min = 0, max = 1e9,
        doc = "Index of the channel, or of the attention head.") int channel,
    @Setting(label = "Colours", defaultValue = "auto",
        doc = "The colour map; auto is blue, neutral zero, red where there are values below zero, and viridian where "
            + "there are none.") Colours colours,
    @Setting(label = "Opacity", defaultValue = "0.75", min = 0, max = 1,
        doc = "How strongly the map covers the picture.") double opacity,
    @Setting(label = "Fade", defaultValue = "true",
        doc = "Whether values near zero let the picture through, or every value covers it alike.") boolean fade,
    @Setting(label = "Smooth", defaultValue = "false",
        doc = "Whether numbers between positions are interpolated, or each position is a crisp rectangle.")
    boolean smooth,
    @Setting(label = "Picture", defaultValue = "true", doc = "Whether the map lies over the picture, if there is one.")
    boolean picture,
    @Setting(label = "Histogram", defaultValue = "true",
        doc = "Whether the distribution of the channel's values stands beside it.") boolean histogram) {
}
