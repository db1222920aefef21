/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu of the grid, about the column below the pointer, or the marked one if it was called by keyboard. */
final class GridMenu {
  /** Of so many columns at most all are fitted: measuring them takes time. */
  private static final int MOST_FITTED = 400;

  private final RowsGrid grid;
  private int column = -1;

  GridMenu(RowsGrid grid) {
    this.grid = grid;
    Menu menu = new Menu(grid);
    grid.setMenu(menu);
    grid.addListener(SWT.MenuDetect, this::asked);
    menu.addListener(SWT.Show, e -> fill(menu));
  }

  private void asked(Event e) {
    Point at = grid.toControl(e.x, e.y);
    column = e.detail == SWT.MENU_KEYBOARD ? grid.marked() : grid.column(at.x);
    e.doit = grid.rows() != null;
  }

  private void fill(Menu menu) {
    for (MenuItem item : menu.getItems()) {
      item.dispose();
    }
    String name = column < 0 ? "" : grid.rows().columns().get(column).heading().replace("&", "&&");
    if (column >= 0) {
      item(menu, NLS.bind(Messages.GridMenu_sort, name), () -> grid.sort(column));
      new MenuItem(menu, SWT.SEPARATOR);
      item(menu, NLS.bind(Messages.GridMenu_fit, name), () -> grid.fit(column));
    }
    item(menu, Messages.GridMenu_fitAll, () -> grid.fit(IntStream.range(0, Math.min(MOST_FITTED,
        grid.rows().columns().size())).toArray()));
    if (column >= 0) {
      item(menu, Messages.GridMenu_wider, () -> grid.widen(column, grid.width(column) + GridKeys.STEP));
      item(menu, Messages.GridMenu_narrower, () -> grid.widen(column, grid.width(column) - GridKeys.STEP));
    }
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, Messages.GridMenu_copyRow, this::copyRow).setEnabled(grid.selected() >= 0);
  }

  private static MenuItem item(Menu menu, String text, Runnable action) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text);
    item.addListener(SWT.Selection, e -> action.run());
    return item;
  }

  /** Headings and cells of the selected row, with tabs between them, as spreadsheets take them. */
  private void copyRow() {
    GridRows rows = grid.rows();
    String headings = String.join("\t", rows.columns().stream().map(c -> cell(c.heading())).toList());
    String cells = String.join("\t", rows.columns().stream().map(c -> cell(rows.text(grid.selected(), c))).toList());
    Clipboard clipboard = new Clipboard(grid.getDisplay());
    clipboard.setContents(new Object[] {headings + System.lineSeparator() + cells},
        new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  private static String cell(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }
}
