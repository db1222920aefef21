/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.summary;

import org.loupe.api.settings.Setting;

/** How a summary of attributions is drawn. */
public record SummaryOptions(
    @Setting(label = "Features", defaultValue = "100", min = 1, max = 10000,
        doc = "The most features to show; fewer where there is no room.") int features) {
}
