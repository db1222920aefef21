/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.bars;

import org.loupe.api.settings.Setting;

/** Options of {@link Bars}. */
public record BarsOptions(
    @Setting(label = "Features", defaultValue = "15", min = 1, max = 200,
        doc = "How many of the strongest features get a bar of their own; the rest is summed up. Fewer where there is "
            + "no room.") int top,
    @Setting(label = "Show values", defaultValue = "true",
        doc = "Whether the value of each feature is written behind its name.") boolean values) {
}
