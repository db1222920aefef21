/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * Rows and columns of a table, of which only those in sight are asked for and painted: any number of them does no harm.
 * The names of the rows stay in sight; a click on a heading sorts; pointer and arrows select a row and mark a column.
 */
final class RowsGrid extends Canvas {
  static final int ARROW = 14;
  private static final int LEAST_WIDTH = 44;
  private static final int MOST_WIDTH = 190;
  private static final int MEASURED = 40;

  private final GridPainter painter = new GridPainter(this);
  private GridRows rows;
  private int[] widths = {};
  private int[] places = {};
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
    addListener(SWT.MouseDown, this::clicked);
    addListener(SWT.MouseMove, this::hover);
    addListener(SWT.KeyDown, this::key);
    addListener(SWT.Traverse,
        e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    getVerticalBar().addListener(SWT.Selection, e -> redraw());
    getHorizontalBar().addListener(SWT.Selection, e -> redraw());
    describe();
  }

  void onSelection(IntConsumer listener) {
    whenSelected = listener;
  }

  void onSort(Consumer<GridColumn> listener) {
    whenSorted = listener;
  }

  /** Shows rows; those in sight stay where they are as far as they can. */
  void show(GridRows next) {
    rows = next;
    selected = -1;
    marked = Math.min(marked, next.columns().size() - 1);
    measure();
    scrollable();
  }

  GridRows rows() {
    return rows;
  }

  private void measure() {
    GC gc = new GC(this);
    try {
      lineHeight = gc.getFontMetrics().getHeight() + 5;
      widths = new int[rows.columns().size()];
      places = new int[widths.length + 1];
      for (int c = 0; c < widths.length; c++) {
        GridColumn column = rows.columns().get(c);
        int width = gc.textExtent(column.heading() + " " + column.unit()).x + ARROW;
        for (int line = 0; line < Math.min(MEASURED, rows.rows()); line++) {
          width = Math.max(width, gc.textExtent(rows.text(line, column)).x);
        }
        widths[c] = Math.clamp(width + 2 * GridPainter.PAD, LEAST_WIDTH, MOST_WIDTH);
        places[c + 1] = places[c] + widths[c];
      }
    } finally {
      gc.dispose();
    }
  }

  private void scrollable() {
    if (rows != null) {
      bar(getVerticalBar(), rows.rows(), linesInSight(), 1);
      bar(getHorizontalBar(), places[widths.length], Math.max(1, getClientArea().width), 30);
      redraw();
    }
  }

  private static void bar(ScrollBar bar, int extent, int page, int step) {
    bar.setValues(Math.min(bar.getSelection(), Math.max(0, extent - page)), 0, Math.max(extent, page), page, step,
        page);
    bar.setVisible(extent > page);
  }

  private int linesInSight() {
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

  int x(int column) {
    return column == 0 ? 0 : places[column] - getHorizontalBar().getSelection();
  }

  int width(int column) {
    return widths[column];
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

  /** Marks a column and brings it into sight. */
  void mark(int column) {
    marked = column;
    ScrollBar bar = getHorizontalBar();
    if (column > 0 && x(column) < widths[0]) {
      bar.setSelection(places[column] - widths[0]);
    } else if (column > 0 && x(column) + widths[column] > getClientArea().width) {
      bar.setSelection(Math.min(places[column] - widths[0], places[column + 1] - getClientArea().width));
    }
    redraw();
  }

  private Optional<Integer> columnAt(int x) {
    for (int c = 0; rows != null && c < widths.length; c++) {
      if (x >= x(c) && x < x(c) + widths[c]) {
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }

  private void clicked(Event e) {
    setFocus();
    Optional<Integer> column = columnAt(e.x);
    if (column.isPresent() && e.y < lineHeight) {
      whenSorted.accept(rows.columns().get(column.get()));
    } else if (rows != null && e.y >= lineHeight) {
      column.ifPresent(this::mark);
      int line = top() + e.y / lineHeight - 1;
      if (line < rows.rows()) {
        choose(line);
      }
    }
  }

  private void hover(Event e) {
    String tip = columnAt(e.x).map(c -> {
      GridColumn column = rows.columns().get(c);
      int line = top() + e.y / lineHeight - 1;
      if (e.y < lineHeight) {
        return column.tip();
      }
      return line >= rows.rows() ? null : rows.text(line, column).isEmpty() ? Messages.RowsGrid_missing
          : rows.text(line, column);
    }).orElse(null);
    if (!java.util.Objects.equals(tip, getToolTipText())) {
      setToolTipText(tip);
    }
  }

  private void key(Event e) {
    if (rows == null) {
      return;
    }
    switch (e.keyCode) {
      case SWT.ARROW_UP -> choose(selected - 1);
      case SWT.ARROW_DOWN -> choose(selected + 1);
      case SWT.PAGE_UP -> choose(selected - linesInSight());
      case SWT.PAGE_DOWN -> choose(selected + linesInSight());
      case SWT.HOME -> choose(0);
      case SWT.END -> choose(rows.rows() - 1);
      case SWT.ARROW_LEFT -> mark(Math.max(0, marked - 1));
      case SWT.ARROW_RIGHT -> mark(Math.min(widths.length - 1, marked + 1));
      default -> {
      }
    }
  }

  private void choose(int line) {
    int next = Math.max(0, Math.min(line, rows.rows() - 1));
    if (rows.rows() > 0 && next != selected) {
      select(next);
      whenSelected.accept(next);
    }
  }

  private void describe() {
    getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = Messages.RowsGrid_name;
      }

      @Override
      public void getDescription(AccessibleEvent e) {
        if (rows != null && selected >= 0 && selected < rows.rows()) {
          StringBuilder text = new StringBuilder();
          rows.columns().stream().limit(MEASURED).forEach(c -> text.append(c.heading()).append(' ')
              .append(rows.text(selected, c)).append(' ').append(c.unit()).append("; "));
          e.result = text.toString();
        }
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
