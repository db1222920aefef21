/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.activations.internal;

import org.loupe.api.settings.Setting;

/** Settings of {@link Activations}. */
public record ActivationsSettings(
    @Setting(label = "Layer", defaultValue = "",
        doc = "Layer to look at; empty for the last feature map with rows and columns before pooling or flattening, "
            + "which is found from the graph, or for the scores where there is none.") String layer,
    @Setting(label = "Influence", defaultValue = "false",
        doc = "Whether each channel's influence on the target is wanted: the sum over its places of activation times "
            + "gradient, in units of the score. Needs a model that can be differentiated.") boolean influence) {
}
