/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What a drawing of a model shows: its nodes and edges without constants, the tree of scopes and repeated blocks that
 * they belong to, and what of it is folded. Knows neither layout nor widgets.
 */
package org.loupe.ui.graph.model;
