/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

/** What stands in a group: a node, or another group. */
public sealed interface Item permits GraphNode, Group {
  /** Tells it from every other item of the graph, and is the same when the file is opened anew. */
  String key();

  /** Number of nodes. */
  int size();
}
