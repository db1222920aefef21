/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.bar;

import org.loupe.api.settings.Setting;

/** How bars of features are drawn. */
public record BarOptions(
    @Setting(label = "Measure", defaultValue = "mean-size",
        doc = "What a bar stands for: the mean size of a feature's attributions, the mean with its sign, or the "
            + "largest size. Of one row it is always the attribution.") Measure measure,
    @Setting(label = "Row", defaultValue = "",
        doc = "Name of a row to draw alone, or its position as #1; empty for all rows together.") String row,
    @Setting(label = "Features", defaultValue = "0", min = 0, max = 300,
        doc = "How many of the strongest features get a bar of their own, the rest being summed up; 0 for as many as "
            + "have room, 20 at most.") int features) {

  /** From attributions of many rows to one number. */
  public enum Measure {
    MEAN_SIZE, MEAN, LARGEST
  }
}
