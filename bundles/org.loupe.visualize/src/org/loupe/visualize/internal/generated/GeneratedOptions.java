/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.generated;

import org.loupe.api.settings.Setting;

/** Options of {@link GeneratedView}. */
public record GeneratedOptions(
    @Setting(label = "Step", defaultValue = "-1", min = -1, max = 1e9,
        doc = "Shows how the picture looked at this step, or at the last one before it that was kept; -1 for the end.")
    int step,
    @Setting(label = "Curve", defaultValue = "true",
        doc = "Whether the objective at each step stands beside the picture.") boolean curve) {
}
