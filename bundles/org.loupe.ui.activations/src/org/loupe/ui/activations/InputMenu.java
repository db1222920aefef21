/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The menu of inputs to compare with: files next to the present one, those looked at before, and any other file. */
final class InputMenu {
  private final Menu menu;
  private final Consumer<Path> chosen;

  /** @param chosen takes a file that is offered @param any asks for another one */
  InputMenu(Control owner, OtherInputs inputs, Consumer<Path> chosen, Runnable any) {
    this.chosen = chosen;
    menu = new Menu(owner);
    group(Messages.InputMenu_next, inputs.neighbours());
    group(Messages.InputMenu_seen, inputs.seen());
    item(Messages.InputMenu_any).addListener(SWT.Selection, e -> any.run());
    menu.addListener(SWT.Hide, e -> owner.getDisplay().asyncExec(menu::dispose));
  }

  Menu menu() {
    return menu;
  }

  /** Below a control. */
  void open(Control below) {
    Rectangle size = below.getBounds();
    Point corner = below.getParent().toDisplay(size.x, size.y + size.height);
    menu.setLocation(corner);
    menu.setVisible(true);
  }

  private void group(String title, List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    item(title).setEnabled(false);
    for (Path file : files) {
      MenuItem item = item(String.valueOf(file.getFileName()).replace("&", "&&"));
      item.setToolTipText(file.toString());
      item.addListener(SWT.Selection, e -> chosen.accept(file));
    }
    new MenuItem(menu, SWT.SEPARATOR);
  }

  private MenuItem item(String text) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text);
    return item;
  }
}
