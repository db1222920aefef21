/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.perturbation.internal;

import java.util.List;
import org.loupe.api.modality.PlayerRequest.Border;
import org.loupe.api.settings.Setting;

/** Settings of {@link Occlusion}. */
public record OcclusionSettings(
    @Setting(label = "Input", defaultValue = "",
        doc = "Name of the model's input to explain; empty for the first that came from a file.") String input,
    @Setting(label = "Window", defaultValue = "", min = 1, unit = "elements",
        doc = "Extent of the window: one number for all axes, or one for each, as rows,columns. Empty for automatic: "
            + "about a seventh of each side of a grid, single elements elsewhere.") List<Integer> window,
    @Setting(label = "Stride", defaultValue = "", min = 1, unit = "elements",
        doc = "Step from one window to the next, as for the window; no more than the window. Empty for automatic: half "
            + "the window.") List<Integer> stride,
    @Setting(label = "Border", defaultValue = "crop",
        doc = "The last window where windows and steps do not add up to the side: crop cuts it off at the border, "
            + "clamp moves it back so that it keeps its size.") Border border,
    @Setting(label = "Baseline", defaultValue = "zero",
        doc = "What replaces the window: zero in the model's own units, the mean of each channel, the input blurred, "
            + "or a constant.") Baseline baseline,
    @Setting(label = "Value", defaultValue = "0",
        doc = "For a constant baseline: one number, or one for each channel, in the model's own units.")
    List<Double> value,
    @Setting(label = "Blur", defaultValue = "0", min = 0, unit = "elements",
        doc = "For a blurred baseline: standard deviation of the Gaussian; 0 for a tenth of the longer side.")
    double blurSigma) {

  /** What replaces a window. */
  public enum Baseline {
    ZERO, MEAN, BLUR, CONSTANT
  }
}
