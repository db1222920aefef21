/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.Map;
import org.loupe.api.settings.SettingsSchema;

/**
 * A modality that an input can have.
 *
 * @param id its id
 * @param name for a reader
 * @param schema the settings of its part of the card
 * @param proposals first settings by name of the input; missing where the input does not look like this kind of data
 */
record ModalityChoice(String id, String name, SettingsSchema<?> schema, Map<String, Map<String, String>> proposals) {
}
