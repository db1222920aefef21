/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.decision;

import org.loupe.api.settings.Setting;

/** How the ways of rows to their scores are drawn. */
public record DecisionOptions(
    @Setting(label = "Row", defaultValue = "",
        doc = "Name of a row to draw alone, or its position as #1; empty for all rows.") String row,
    @Setting(label = "Lines", defaultValue = "500", min = 1, max = 2000,
        doc = "The most rows that are drawn; of more, so many evenly spaced ones by their score.") int lines,
    @Setting(label = "Features", defaultValue = "0", min = 0, max = 300,
        doc = "How many of the strongest features get a line of their own, the rest being summed up; 0 for as many as "
            + "have room, 20 at most.") int features) {
}
