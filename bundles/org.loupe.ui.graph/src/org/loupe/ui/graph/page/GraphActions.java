/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.model.Item;

/** What can be done on the page, whichever way the user asks for it. */
interface GraphActions {
  /** Selects an item, and the layer that it stands for in the window. @param reveal whether to bring it into sight */
  void select(Item item, boolean reveal);

  /** Opens a closed group, closes an open one; a node closes the group around it. */
  void toggle(Item item);

  void foldAll();

  void unfoldAll();

  /** Turns to the Layers page. */
  void showInLayers();

  void copyName();

  void save();

  /** Goes to the search field. */
  void search();

  /** Selects the next match, or the one before. */
  void nextMatch(boolean forward);

  /** What a box is, in lines. */
  String describe(Box box);
}
