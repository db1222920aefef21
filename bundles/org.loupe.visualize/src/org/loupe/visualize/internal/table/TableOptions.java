/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.table;

import org.loupe.api.settings.Setting;

/** Options of {@link TableView}. */
public record TableOptions(
    @Setting(label = "Rows", defaultValue = "50", min = 1, max = 1000,
        doc = "How many rows are shown; fewer where there is no room.") int rows) {
}
