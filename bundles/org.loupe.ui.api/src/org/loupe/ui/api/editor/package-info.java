/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
/** Pages that bundles add to the model editor, by the extension point {@code org.loupe.ui.api.editorPages}. */
package org.loupe.ui.api.editor;
