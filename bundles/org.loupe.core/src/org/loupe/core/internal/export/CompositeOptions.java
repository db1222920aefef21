/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.export;

import org.loupe.api.settings.Setting;

/** Options of {@link CompositeView}. */
public record CompositeOptions(
    @Setting(label = "Columns", defaultValue = "0", min = 0, max = 16,
        doc = "How many parts stand side by side; 0 for as many as have room.") int columns,
    @Setting(label = "Parts", defaultValue = "24", min = 1, max = 256,
        doc = "How many parts are shown at most, the first ones.") int parts) {
}
