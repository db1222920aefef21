/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.settings.MethodSettings;
import org.loupe.ui.tables.rows.LoadedTable;

/**
 * Which rows are to be explained and how.
 *
 * @param inspection model, table, target and background
 * @param table the rows
 * @param rows numbers of those that are wanted, at least one
 * @param method takes many rows
 * @param choice profile and settings of the method
 */
record RowsQuestion(Inspection inspection, LoadedTable table, int[] rows, ExplainerEntry method,
    MethodSettings.Choice choice) {
}
