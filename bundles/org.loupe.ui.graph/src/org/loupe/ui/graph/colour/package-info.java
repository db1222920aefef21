/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What the nodes of the Graph page are coloured by. A bundle adds a colouring by the extension point {@code
 * org.loupe.ui.graph.colourings}.
 */
package org.loupe.ui.graph.colour;
