/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.loupe.math.scale.Numbers;

/**
 * Numbers in rows and columns, of which only those in sight are read and painted: any number of them does no harm. What
 * lies in a file is read in the background, with dots in its place until then. One cell is selected by pointer or
 * arrows; Ctrl+C copies it.
 */
final class NumberGrid extends Canvas {
  private static final int PAD = 5;
  private static final String WAITING = "\u2026";
  private static final String WIDEST = "-8.88888e-88";

  private final NumberPages pages = new NumberPages(this);
  private NumberSource source = NumberSource.NONE;
  private long row;
  private long column;
  private int rowHeight;
  private int columnWidth;
  private int headWidth;

  NumberGrid(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL);
    measure();
    addListener(SWT.Paint, e -> paint(e.gc));
    addListener(SWT.Resize, e -> scrollable());
    addListener(SWT.MouseDown, this::clicked);
    addListener(SWT.KeyDown, this::key);
    addListener(SWT.Traverse,
        e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    addListener(SWT.FocusIn, e -> redraw());
    addListener(SWT.FocusOut, e -> redraw());
    getVerticalBar().addListener(SWT.Selection, e -> redraw());
    getHorizontalBar().addListener(SWT.Selection, e -> redraw());
    describe();
  }

  void show(NumberSource numbers) {
    source = numbers;
    pages.show(numbers);
    row = 0;
    column = 0;
    getVerticalBar().setSelection(0);
    getHorizontalBar().setSelection(0);
    measure();
    scrollable();
  }

  private void measure() {
    GC gc = new GC(this);
    try {
      rowHeight = gc.getFontMetrics().getHeight() + 4;
      columnWidth = gc.textExtent(WIDEST).x + 2 * PAD;
      headWidth = gc.textExtent(source.rowName(Math.max(0, source.rows() - 1))).x + 2 * PAD;
    } finally {
      gc.dispose();
    }
  }

  private int rowsInSight() {
    return Math.max(1, getClientArea().height / rowHeight - 1);
  }

  private int columnsInSight() {
    return Math.max(1, (getClientArea().width - headWidth) / columnWidth);
  }

  private void scrollable() {
    bar(getVerticalBar(), source.rows(), rowsInSight());
    bar(getHorizontalBar(), source.columns(), columnsInSight());
    redraw();
  }

  private static void bar(ScrollBar bar, long extent, int page) {
    int all = (int) Math.min(Integer.MAX_VALUE / 2, Math.max(1, extent));
    bar.setValues(Math.min(bar.getSelection(), Math.max(0, all - page)), 0, Math.max(all, page), page, 1, page);
    bar.setVisible(all > page);
  }

  private void paint(GC gc) {
    Rectangle area = getClientArea();
    gc.setBackground(getBackground());
    gc.fillRectangle(area);
    long top = getVerticalBar().getSelection();
    long left = getHorizontalBar().getSelection();
    gc.setForeground(getForeground());
    if (!pages.problem().isEmpty()) {
      gc.drawText(pages.problem(), PAD, PAD, true);
      return;
    }
    pages.want(top, left, rowsInSight() + 1, columnsInSight() + 1);
    gc.setAlpha(160);
    for (long c = left; c < source.columns() && x(c, left) < area.width; c++) {
      right(gc, source.columnName(c), x(c, left), 0);
    }
    for (long r = top; r < source.rows() && y(r, top) < area.height; r++) {
      gc.drawText(source.rowName(r), PAD, y(r, top) + 2, true);
    }
    gc.drawLine(0, rowHeight - 1, area.width, rowHeight - 1);
    gc.drawLine(headWidth - 1, 0, headWidth - 1, area.height);
    gc.setAlpha(255);
    for (long r = top; r < source.rows() && y(r, top) < area.height; r++) {
      for (long c = left; c < source.columns() && x(c, left) < area.width; c++) {
        right(gc, pages.has(r, c) ? Numbers.format(pages.value(r, c), 6) : WAITING, x(c, left), y(r, top));
      }
    }
    if (row >= top && column >= left && source.rows() > 0 && source.columns() > 0) {
      gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
      gc.setLineWidth(isFocusControl() ? 2 : 1);
      gc.drawRectangle(x(column, left), y(row, top), columnWidth - 1, rowHeight - 1);
    }
  }

  private void right(GC gc, String text, int x, int y) {
    gc.drawText(text, x + columnWidth - PAD - gc.textExtent(text).x, y + 2, true);
  }

  private int x(long c, long left) {
    return headWidth + (int) Math.min(Short.MAX_VALUE, c - left) * columnWidth;
  }

  private int y(long r, long top) {
    return rowHeight + (int) Math.min(Short.MAX_VALUE, r - top) * rowHeight;
  }

  private void clicked(Event e) {
    setFocus();
    if (e.x >= headWidth && e.y >= rowHeight) {
      select(getVerticalBar().getSelection() + (e.y - rowHeight) / rowHeight,
          getHorizontalBar().getSelection() + (e.x - headWidth) / columnWidth);
    }
  }

  private void key(Event e) {
    boolean all = (e.stateMask & SWT.MOD1) != 0;
    switch (e.keyCode) {
      case SWT.ARROW_LEFT -> select(row, column - 1);
      case SWT.ARROW_RIGHT -> select(row, column + 1);
      case SWT.ARROW_UP -> select(row - 1, column);
      case SWT.ARROW_DOWN -> select(row + 1, column);
      case SWT.PAGE_UP -> select(row - rowsInSight(), column);
      case SWT.PAGE_DOWN -> select(row + rowsInSight(), column);
      case SWT.HOME -> select(all ? 0 : row, 0);
      case SWT.END -> select(all ? source.rows() - 1 : row, source.columns() - 1);
      case 'c' -> {
        if (all) {
          copy();
        }
      }
      default -> {
      }
    }
  }

  private void select(long r, long c) {
    row = Math.max(0, Math.min(r, source.rows() - 1));
    column = Math.max(0, Math.min(c, source.columns() - 1));
    reveal(getVerticalBar(), row, rowsInSight());
    reveal(getHorizontalBar(), column, columnsInSight());
    getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    redraw();
  }

  private static void reveal(ScrollBar bar, long at, int page) {
    if (at < bar.getSelection()) {
      bar.setSelection((int) at);
    } else if (at >= bar.getSelection() + page) {
      bar.setSelection((int) Math.min(Integer.MAX_VALUE, at - page + 1));
    }
  }

  private void copy() {
    if (source.rows() > 0 && source.columns() > 0 && pages.has(row, column)) {
      Clipboard clipboard = new Clipboard(getDisplay());
      clipboard.setContents(new Object[] {String.valueOf(pages.value(row, column))},
          new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  private void describe() {
    getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = Messages.NumberGrid_name;
      }

      @Override
      public void getDescription(AccessibleEvent e) {
        e.result = source.rows() == 0 || source.columns() == 0 ? ""
            : source.rowName(row) + ", " + source.columnName(column) + ": "
                + (pages.has(row, column) ? Numbers.format(pages.value(row, column)) : Messages.NumberGrid_loading);
      }
    });
    getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
      @Override
      public void getRole(AccessibleControlEvent e) {
        e.detail = ACC.ROLE_TABLE;
      }
    });
  }
}
