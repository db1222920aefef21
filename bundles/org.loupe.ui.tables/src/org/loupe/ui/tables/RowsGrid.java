/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * Rows and columns of a table, of which only those in sight are asked for and painted: any number of them does no harm.
 * The names of the rows stay in sight.
 */
final class RowsGrid extends Canvas {
  static final int ARROW = 14;
  private static final int STEP = 30;

  private final GridPainter painter = new GridPainter(this);
  private final ColumnWidths widths = new ColumnWidths();
  private GridRows rows;
  private int lineHeight = 1;
  private int selected = -1;
  private int marked = -1;
  private IntConsumer whenSelected = line -> {
  };
  private Consumer<GridColumn> whenSorted = column -> {
  };

  RowsGrid(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL);
    addListener(SWT.Paint, e -> {
      if (rows != null) {
        painter.paint(e.gc);
      }
    });
    addListener(SWT.Resize, e -> scrollable());
    getVerticalBar().addListener(SWT.Selection, e -> redraw());
    getHorizontalBar().addListener(SWT.Selection, e -> redraw());
    new GridPointer(this);
    new GridKeys(this);
    new GridMenu(this);
    GridAccess.install(this);
  }

  void onSelection(IntConsumer listener) {
    whenSelected = listener;
  }

  void onSort(Consumer<GridColumn> listener) {
    whenSorted = listener;
  }

  /** Shows rows; those in sight stay where they are as far as they can. */
  void show(GridRows next) {
    String mark = marked < 0 ? "" : rows.columns().get(marked).heading();
    if (rows == null || !rows.table().sameColumns(next.table())) {
      widths.forget();
    }
    rows = next;
    selected = -1;
    marked = rows.columns().stream().map(GridColumn::heading).toList().indexOf(mark);
    GC gc = new GC(this);
    try {
      lineHeight = gc.getFontMetrics().getHeight() + 5;
      widths.show(rows, gc);
    } finally {
      gc.dispose();
    }
    scrollable();
  }

  /** What is shown; null if nothing was yet. */
  GridRows rows() {
    return rows;
  }

  private void scrollable() {
    if (rows != null) {
      bar(getVerticalBar(), rows.rows(), linesInSight(), 1);
      bar(getHorizontalBar(), widths.all(), Math.max(1, getClientArea().width), STEP);
      redraw();
    }
  }

  private static void bar(ScrollBar bar, int extent, int page, int step) {
    bar.setValues(Math.min(bar.getSelection(), Math.max(0, extent - page)), 0, Math.max(extent, page), page, step,
        page);
    bar.setVisible(extent > page);
  }

  int linesInSight() {
    return Math.max(1, getClientArea().height / lineHeight - 1);
  }

  int lineHeight() {
    return lineHeight;
  }

  int top() {
    return getVerticalBar().getSelection();
  }

  int y(int line) {
    return (line - top() + 1) * lineHeight;
  }

  /** The line at a height; less than {@link #top} in the heading, and maybe behind the last one. */
  int line(int y) {
    return top() + Math.floorDiv(y, lineHeight) - 1;
  }

  int x(int column) {
    return column == 0 ? 0 : widths.place(column) - getHorizontalBar().getSelection();
  }

  int width(int column) {
    return widths.width(column);
  }

  /** The column at a place; -1 if there is none. */
  int column(int x) {
    return rows == null || widths.count() == 0 ? -1 : x < widths.width(0) ? 0
        : widths.at(x + getHorizontalBar().getSelection());
  }

  /** Makes a column as wide as said, or as little less or more as it may be. */
  void widen(int column, int width) {
    widths.set(column, width);
    scrollable();
  }

  /** Makes columns as wide as what stands in them. */
  void fit(int... columns) {
    GC gc = new GC(this);
    try {
      for (int column : columns) {
        widths.fit(rows, column, getClientArea().width - (column == 0 ? 0 : widths.width(0)), gc);
      }
    } finally {
      gc.dispose();
    }
    scrollable();
  }

  int selected() {
    return selected;
  }

  int marked() {
    return marked;
  }

  /** Selects a line and brings it into sight; nobody is told. @param line -1 for none */
  void select(int line) {
    selected = line;
    if (line >= 0) {
      ScrollBar bar = getVerticalBar();
      if (line < bar.getSelection()) {
        bar.setSelection(line);
      } else if (line >= bar.getSelection() + linesInSight()) {
        bar.setSelection(line - linesInSight() + 1);
      }
    }
    getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    redraw();
  }

  /** Selects a line as the user's wish, or the nearest one if there is no such line. */
  void choose(int line) {
    int next = Math.max(0, Math.min(line, rows.rows() - 1));
    if (rows.rows() > 0 && next != selected) {
      select(next);
      whenSelected.accept(next);
    }
  }

  /** Marks a column and brings it into sight. */
  void mark(int column) {
    marked = column;
    ScrollBar bar = getHorizontalBar();
    if (column > 0 && x(column) < widths.width(0)) {
      bar.setSelection(widths.place(column) - widths.width(0));
    } else if (column > 0 && x(column) + widths.width(column) > getClientArea().width) {
      bar.setSelection(Math.min(widths.place(column) - widths.width(0),
          widths.place(column + 1) - getClientArea().width));
    }
    redraw();
  }

  /** Marks a feature's column, if it has one. */
  void mark(String feature) {
    for (int c = 0; c < rows.columns().size(); c++) {
      if (rows.columns().get(c).stands(feature)) {
        mark(c);
        return;
      }
    }
  }

  /** Sorts by a column as the user's wish. */
  void sort(int column) {
    whenSorted.accept(rows.columns().get(column));
  }
}
