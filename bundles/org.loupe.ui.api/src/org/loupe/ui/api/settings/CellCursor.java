/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableEditor;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * One cell of the selected line, marked at its left edge. The arrow keys go to it; Enter, F2, a letter or a double
 * click opens it. The first column is not opened.
 */
final class CellCursor {
  /** No letter: the cell is opened with what is in it. */
  static final char NONE = 0;

  private static final int MARK = 3;

  private final Table table;
  private final Canvas mark;
  private final TableEditor editor;
  private final BiConsumer<Integer, Character> opening;
  private int column = 1;

  /** @param opening opens a column of the selected line; gets the letter that was typed, or {@link #NONE} */
  CellCursor(Table table, BiConsumer<Integer, Character> opening) {
    this.table = table;
    this.opening = opening;
    table.addListener(SWT.KeyDown, this::key);
    // the key that opens a cell must not press the dialog's button
    table.addListener(SWT.Traverse, e -> e.doit &= e.detail != SWT.TRAVERSE_RETURN);
    table.addListener(SWT.MouseDown, e -> pointed(e, false));
    table.addListener(SWT.MouseDoubleClick, e -> pointed(e, true));
    table.addListener(SWT.Selection, e -> place());
    mark = new Canvas(table, SWT.NO_FOCUS);
    mark.addListener(SWT.Paint, this::paint);
    mark.setVisible(false);
    editor = new TableEditor(table);
    editor.horizontalAlignment = SWT.LEFT;
    editor.minimumWidth = MARK;
    editor.minimumHeight = table.getItemHeight() - MARK;
  }

  /** To be called when another line was selected without the user. */
  void follow() {
    place();
  }

  void go(int to) {
    column = Math.clamp(to, 1, table.getColumnCount() - 1);
    table.showColumn(table.getColumn(column));
    place();
  }

  private void key(Event e) {
    int[] order = table.getColumnOrder();
    int place = 0;
    while (order[place] != column) {
      place++;
    }
    boolean typed = e.character > ' ' && e.character != SWT.DEL && (e.stateMask & (SWT.MOD1 | SWT.ALT)) == 0;
    if (e.keyCode == SWT.ARROW_LEFT || e.keyCode == SWT.ARROW_RIGHT) {
      int next = place + (e.keyCode == SWT.ARROW_LEFT ? -1 : 1);
      if (next >= 0 && next < order.length && order[next] > 0) {
        go(order[next]);
      }
      e.doit = false;
    } else if (e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR || e.keyCode == SWT.F2 || typed) {
      open(typed ? e.character : NONE);
      e.doit = false;
    }
  }

  private void open(char letter) {
    if (table.getSelectionIndex() >= 0) {
      opening.accept(column, letter);
    }
  }

  private void pointed(Event e, boolean twice) {
    TableItem item = table.getItem(new Point(e.x, e.y));
    for (int c = 0; item != null && e.button == 1 && c < table.getColumnCount(); c++) {
      if (item.getBounds(c).contains(e.x, e.y) && c > 0) {
        go(c);
        if (twice) {
          open(NONE);
        }
      }
    }
  }

  private void place() {
    int line = table.getSelectionIndex();
    mark.setVisible(line >= 0);
    if (line >= 0) {
      editor.setEditor(mark, table.getItem(line), column);
    }
  }

  private void paint(Event e) {
    e.gc.setBackground(e.display.getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT));
    e.gc.fillRectangle(mark.getClientArea());
  }
}
