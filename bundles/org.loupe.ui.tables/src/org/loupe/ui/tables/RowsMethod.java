/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.catalogue.ExplainerEntry;

/**
 * A method that explains many rows at once.
 *
 * @param schema its settings, which are read where its code may be loaded
 */
record RowsMethod(ExplainerEntry entry, SettingsSchema<?> schema) {
}
