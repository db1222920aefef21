/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.heatmap;

import org.loupe.api.settings.Setting;

/** Options of {@link Heatmap}. */
public record HeatmapOptions(
    @Setting(label = "Channels", defaultValue = "auto",
        doc = "How the channels of one position become one number; auto takes the common value where all channels have "
            + "the same, as perturbation methods give, else the sum.") Reduction channels,
    @Setting(label = "Sign", defaultValue = "signed",
        doc = "Whether evidence for and against is shown, or one of them, or the size of both together.") Sign sign,
    @Setting(label = "Range", defaultValue = "max",
        doc = "What the strongest colour stands for: the largest value, a percentile of the values, or, from the "
            + "smallest value to the largest, the whole span.") Range range,
    @Setting(label = "Percentile", defaultValue = "99", min = 50, max = 100, unit = "%",
        doc = "For a range by percentile: the share of values that keep a colour of their own.") double percentile,
    @Setting(label = "Colours", defaultValue = "auto",
        doc = "The colour map; auto is blue, neutral zero, red for signed values and ember for others.")
    Colours colours,
    @Setting(label = "Opacity", defaultValue = "0.75", min = 0, max = 1,
        doc = "How strongly the map covers the picture.") double opacity,
    @Setting(label = "Fade", defaultValue = "true",
        doc = "Whether values near zero let the picture through, or every value covers it alike.") boolean fade,
    @Setting(label = "Smooth", defaultValue = "false",
        doc = "Whether numbers between grid positions are interpolated (bilinear, half-pixel centres), or each "
            + "position is a crisp rectangle.") boolean smooth,
    @Setting(label = "Original", defaultValue = "false",
        doc = "Whether the picture is also shown beside the map, uncovered.") boolean original,
    @Setting(label = "Contour", defaultValue = "0", min = 0, max = 100, unit = "%",
        doc = "Draws a line around the positions that reach this share of the largest value; 0 for none.")
    double contour) {

  /** From channels to one number. */
  public enum Reduction {
    AUTO, SUM, MEAN, MAX_ABS, L2
  }

  /** What part of signed values is shown. */
  public enum Sign {
    SIGNED, POSITIVE, NEGATIVE, ABSOLUTE
  }

  /** What the ends of the colour map stand for. */
  public enum Range {
    MAX, PERCENTILE, SPAN
  }

  /** Colour maps by name. */
  public enum Colours {
    AUTO, BLUE_WHITE_RED, BLUE_BLACK_RED, EMBER, VIRIDIAN, CIVIC, PLUM, GREY
  }
}
