/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.heat;

import org.loupe.api.settings.Setting;
import org.loupe.visualize.internal.attribution.RowOrder;

/** How a heat map of rows and features is drawn. */
public record AttributionHeatMapOptions(
    @Setting(label = "Order", defaultValue = "similarity",
        doc = "Whether rows with alike attributions stand together, or rows stand by their score, or as in the table.")
    RowOrder order,
    @Setting(label = "Features", defaultValue = "0", min = 0, max = 300,
        doc = "How many of the strongest features get a line of their own, the rest being summed up; 0 for as many as "
            + "have room, 20 at most.") int features,
    @Setting(label = "Percentile", defaultValue = "99", min = 50, max = 100, unit = "%",
        doc = "The share of attributions that keep a colour of their own; larger ones have the strongest.")
    double percentile,
    @Setting(label = "Zero", defaultValue = "light",
        doc = "Whether zero is near white, for light ground, or near black, for dark.") Zero zero) {

  /** Colour of no attribution. */
  public enum Zero {
    LIGHT, DARK
  }
}
