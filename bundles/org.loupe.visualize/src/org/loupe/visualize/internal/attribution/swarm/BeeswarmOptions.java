/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.swarm;

import org.loupe.api.settings.Setting;

/** How a beeswarm is drawn. */
public record BeeswarmOptions(
    @Setting(label = "Features", defaultValue = "0", min = 0, max = 300,
        doc = "How many of the strongest features get a line of their own, the rest being summed up; 0 for as many as "
            + "have room, 20 at most.") int features,
    @Setting(label = "Points", defaultValue = "4000", min = 0, max = 20000,
        doc = "Up to how many attributions each is a point; of more, a line is as high as there are rows.")
    int points) {
}
