/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import org.loupe.ui.graph.model.Folding;
import org.loupe.ui.graph.paint.View;

/** How the user has arranged the page for a file. */
record GraphState(Folding folding, View view, String colouring) {
}
