/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.cam.internal;

import org.loupe.api.settings.Setting;
import org.loupe.toolkit.cam.CamOptions;
import org.loupe.toolkit.cam.CamOptions.Scale;
import org.loupe.toolkit.cam.CamOptions.Upsample;

/** Settings of {@link Cam}. */
public record CamSettings(
    @Setting(label = "Rectify", defaultValue = "false",
        doc = "Whether negative values of the map become 0, so that only evidence for the target is shown.")
    boolean relu,
    @Setting(label = "Upsampling", defaultValue = "bilinear",
        doc = "How the map is brought to the size of the input: bilinear with half-pixel centres and edges repeated, "
            + "or none, which keeps the layer's own size.") Upsample upsample,
    @Setting(label = "Scale", defaultValue = "none",
        doc = "How the map is scaled at the end: none keeps the units of the score, max divides by the maximum, "
            + "min-max makes the minimum 0 and the maximum 1.") Scale scale,
    @Setting(label = "Input", defaultValue = "",
        doc = "Name of the model's input that the map is laid over; empty for the first that came from a file.")
    String input) {

  CamOptions options() {
    return new CamOptions(relu, upsample, scale);
  }
}
