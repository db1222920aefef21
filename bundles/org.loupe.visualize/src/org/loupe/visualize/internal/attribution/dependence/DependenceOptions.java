/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.dependence;

import org.loupe.api.settings.Setting;

/** How the dependence of an attribution on its feature's value is drawn. */
public record DependenceOptions(
    @Setting(label = "Feature", defaultValue = "",
        doc = "Name of the feature, or its position as #1; empty for the strongest.") String feature,
    @Setting(label = "Colour by", defaultValue = "auto",
        doc = "Name of the feature whose values give the colours, or its position as #1; auto for the one that "
            + "interacts most, none for one colour.") String colour,
    @Setting(label = "Points", defaultValue = "4000", min = 0, max = 20000,
        doc = "Up to how many rows each is a point; of more, places are the stronger the more rows there are.")
    int points) {
}
