/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.Group;
import org.loupe.ui.graph.model.Item;

/** The context menu of the canvas. */
final class GraphMenu {
  private GraphMenu() {
  }

  static void install(GraphCanvas canvas, GraphActions actions) {
    Menu menu = new Menu(canvas.control());
    MenuItem fold = item(menu, Messages.GraphMenu_fold, () -> actions.toggle(canvas.selected()));
    item(menu, Messages.GraphMenu_foldAll, actions::foldAll);
    item(menu, Messages.GraphMenu_unfoldAll, actions::unfoldAll);
    new MenuItem(menu, SWT.SEPARATOR);
    MenuItem layers = item(menu, Messages.GraphMenu_layers, actions::showInLayers);
    MenuItem copy = item(menu, Messages.GraphMenu_copy, actions::copyName);
    item(menu, Messages.GraphMenu_save, actions::save);
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, Messages.GraphMenu_fit, canvas::fit);
    item(menu, Messages.GraphMenu_full, canvas::fullSize);
    item(menu, Messages.GraphMenu_in, canvas::zoomIn);
    item(menu, Messages.GraphMenu_out, canvas::zoomOut);
    menu.addListener(SWT.Show, e -> {
      Item selected = canvas.selected();
      boolean open = selected instanceof Group g && canvas.drawing().filter(d -> d.folding().isOpen(g)).isPresent();
      fold.setText(selected instanceof Group && !open ? Messages.GraphMenu_unfold : Messages.GraphMenu_fold);
      fold.setEnabled(selected != null);
      layers.setEnabled(selected instanceof GraphNode n && !n.layers().isEmpty());
      copy.setEnabled(selected != null);
    });
    canvas.control().setMenu(menu);
  }

  private static MenuItem item(Menu menu, String text, Runnable action) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text);
    item.addListener(SWT.Selection, e -> action.run());
    return item;
  }
}
