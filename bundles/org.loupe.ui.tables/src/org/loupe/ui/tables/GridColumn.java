/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import org.loupe.ui.tables.rows.SortKey;

/**
 * A column of the grid.
 *
 * @param kind what it shows
 * @param number of the feature or, for attributions, of the feature of the result; else 0
 * @param heading as a person calls it
 * @param unit may be empty
 * @param tip what it is, in a sentence
 * @param numbers whether it is aligned on the right
 */
record GridColumn(SortKey.Kind kind, int number, String heading, String unit, String tip, boolean numbers) {
}
