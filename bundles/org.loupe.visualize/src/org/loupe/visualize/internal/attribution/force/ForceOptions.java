/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.force;

import org.loupe.api.settings.Setting;

/** How the forces on one row are drawn. */
public record ForceOptions(
    @Setting(label = "Row", defaultValue = "",
        doc = "Name of the row to draw, or its position as #1; empty for the first.") String row,
    @Setting(label = "Features", defaultValue = "0", min = 0, max = 300,
        doc = "How many of the strongest features get a piece of their own, the rest being summed up by sign; 0 for "
            + "20.") int features,
    @Setting(label = "Show values", defaultValue = "true",
        doc = "Whether the value of each feature is written with its name.") boolean values) {
}
