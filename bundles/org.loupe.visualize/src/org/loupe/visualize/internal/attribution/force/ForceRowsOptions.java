/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.force;

import org.loupe.api.settings.Setting;
import org.loupe.visualize.internal.attribution.RowOrder;

/** How the forces on many rows are drawn. */
public record ForceRowsOptions(
    @Setting(label = "Order", defaultValue = "similarity",
        doc = "Whether rows with alike attributions stand together, or rows stand by their score, or as in the table.")
    RowOrder order,
    @Setting(label = "Features", defaultValue = "10", min = 1, max = 100,
        doc = "How many of the strongest features get a layer of their own, the rest being summed up by sign.")
    int features) {
}
