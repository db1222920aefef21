/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import org.loupe.api.settings.Setting;

/** Settings of {@link TreeMethod}. */
public record TreeSettings(
    @Setting(label = "Tree", defaultValue = "0", min = 0,
        doc = "Which tree of the ensemble, counted from 0.") int tree,
    @Setting(label = "Bins", defaultValue = "10", min = 1, max = 100,
        doc = "How many bins the distribution of a node's column has.") int bins) {
}
