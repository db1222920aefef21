/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.loupe.api.settings.SettingField;
import org.loupe.ui.api.internal.Messages;

/** Records as lines of a table, a column for each setting; cells are edited in place, by mouse or keyboard. */
final class RecordsGrid {
  private static final int LEAST_WIDTH = 66;
  private static final int MOST_WIDTH = 220;
  private static final int PAD = 22;
  private static final int MEASURED = 300;
  private static final int LINES = 14;
  private static final int LAYOUT_PAUSE = 40;
  private static final int ATTEMPTS = 20;

  private final RecordList records;
  private final TableViewer viewer;
  private final CellCursor cursor;
  private final List<RecordEditing> editing = new ArrayList<>();

  RecordsGrid(Composite parent, RecordList records, RecordEditing.Watcher watcher) {
    this.records = records;
    viewer = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    Table table = viewer.getTable();
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
    GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, LINES * table.getItemHeight()).applyTo(table);
    TableViewerColumn numbers = new TableViewerColumn(viewer, SWT.RIGHT);
    numbers.getColumn().setText(Messages.RecordsDialog_number);
    numbers.setLabelProvider(new Numbers());
    for (SettingField column : records.columns()) {
      column(column, watcher);
    }
    ColumnViewerToolTipSupport.enableFor(viewer);
    cursor = new CellCursor(table, this::open);
    TableViewerEditor.create(viewer, new Activation(viewer), ColumnViewerEditor.TABBING_HORIZONTAL
        | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR);
    viewer.setInput(records.lines());
    widen(records.lines().subList(0, Math.min(MEASURED, records.lines().size())));
  }

  private void column(SettingField column, RecordEditing.Watcher watcher) {
    boolean number = column.type() == SettingField.Type.NUMBER || column.type() == SettingField.Type.INTEGER;
    TableViewerColumn made = new TableViewerColumn(viewer, number ? SWT.RIGHT : SWT.LEFT);
    made.getColumn().setText(column.unit().isEmpty() ? column.label() : column.label() + " [" + column.unit() + "]");
    made.getColumn().setToolTipText(FieldRow.tip(column));
    made.getColumn().setMoveable(true);
    made.setLabelProvider(new Values(column));
    int at = viewer.getTable().getColumnCount() - 1;
    RecordEditing support = new RecordEditing(viewer, column, watcher, () -> cursor.go(at));
    made.setEditingSupport(support);
    editing.add(support);
  }

  /** Columns as wide as what is in them, within limits; none gets narrower. */
  private void widen(List<RecordList.Line> lines) {
    GC gc = new GC(viewer.getTable());
    try {
      TableColumn[] columns = viewer.getTable().getColumns();
      for (int c = 0; c < columns.length; c++) {
        int width = gc.textExtent(columns[c].getText()).x;
        for (RecordList.Line line : lines) {
          String text = c == 0 ? String.valueOf(line.number()) : text(line, records.columns().get(c - 1));
          width = Math.max(width, gc.textExtent(text).x);
        }
        int wanted = Math.clamp(width + PAD, c == 0 ? 0 : LEAST_WIDTH, MOST_WIDTH);
        if (wanted > columns[c].getWidth()) {
          columns[c].setWidth(wanted);
        }
      }
    } finally {
      gc.dispose();
    }
  }

  private static String text(RecordList.Line line, SettingField column) {
    return RecordEditing.display(column, line.value(column));
  }

  void onSelection(Runnable listener) {
    viewer.addSelectionChangedListener(e -> listener.run());
  }

  /** Is called for the keys by which changes are taken back everywhere. */
  void onUndo(Runnable listener) {
    viewer.getTable().addListener(SWT.KeyDown, e -> {
      if (e.stateMask == SWT.MOD1 && e.keyCode == 'z') {
        listener.run();
      }
    });
  }

  List<RecordList.Line> selected() {
    return viewer.getStructuredSelection().stream().map(RecordList.Line.class::cast).toList();
  }

  void select(List<RecordList.Line> lines) {
    viewer.setSelection(new StructuredSelection(lines), false);
    if (!lines.isEmpty()) {
      reveal(lines.get(0).number() - 1, ATTEMPTS);
    }
    cursor.follow();
  }

  /** Lines that are not laid out yet cannot be scrolled to, so that it may take more than one attempt. */
  private void reveal(int line, int attempts) {
    Table table = viewer.getTable();
    if (table.isDisposed() || table.getSelectionIndex() != line) {
      return;
    }
    int room = Math.max(1, (table.getClientArea().height - table.getHeaderHeight()) / table.getItemHeight() - 1);
    int top = table.getTopIndex();
    if (line < top || line >= top + room) {
      table.setTopIndex(Math.max(0, line - room / 2));
      if (attempts > 1) {
        table.getDisplay().timerExec(LAYOUT_PAUSE, () -> reveal(line, attempts - 1));
      }
    }
  }

  /** Selects the next line after the selected one in which a text occurs. @return whether there is one */
  boolean find(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    List<RecordList.Line> lines = records.lines();
    List<RecordList.Line> selected = selected();
    int from = selected.isEmpty() ? 0 : selected.get(0).number();
    for (int i = 0; i < lines.size(); i++) {
      RecordList.Line line = lines.get((from + i) % lines.size());
      if (records.columns().stream().anyMatch(c -> text(line, c).toLowerCase(Locale.ROOT).contains(wanted))) {
        select(List.of(line));
        return true;
      }
    }
    return false;
  }

  /** Shows lines that came, went or moved. */
  void refresh() {
    viewer.refresh();
  }

  void update(RecordList.Line line) {
    viewer.update(line, null);
    widen(List.of(line));
  }

  /** Opens the first cell of a line. */
  void edit(RecordList.Line line) {
    viewer.getTable().setFocus();
    viewer.editElement(line, 1);
  }

  private void open(int column, char letter) {
    viewer.editElement(selected().get(0), column);
    if (letter != CellCursor.NONE) {
      editing.get(column - 1).begin(letter);
    }
  }

  /** Sets what is being typed. */
  void apply() {
    viewer.applyEditorValue();
  }

  void focus() {
    viewer.getTable().setFocus();
  }

  /** Cells are opened by their cursor, and by the tabulator from another one. */
  private static final class Activation extends ColumnViewerEditorActivationStrategy {
    Activation(TableViewer viewer) {
      super(viewer);
    }

    @Override
    protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
      return event.eventType == ColumnViewerEditorActivationEvent.TRAVERSAL
          || event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC;
    }
  }

  private static final class Numbers extends ColumnLabelProvider {
    @Override
    public String getText(Object element) {
      return String.valueOf(((RecordList.Line) element).number());
    }

    @Override
    public Color getForeground(Object element) {
      return color(((RecordList.Line) element).fault().isPresent() ? JFacePreferences.ERROR_COLOR
          : JFacePreferences.QUALIFIER_COLOR);
    }

    static Color color(String name) {
      return JFaceResources.getColorRegistry().get(name);
    }
  }

  /** Defaults stand back, so that what differs is seen. */
  private static final class Values extends ColumnLabelProvider {
    private final SettingField column;

    Values(SettingField column) {
      this.column = column;
    }

    private boolean faulty(RecordList.Line line) {
      return line.fault().filter(f -> f.key().isEmpty() || f.key().equals(column.key())).isPresent();
    }

    @Override
    public String getText(Object element) {
      return text((RecordList.Line) element, column);
    }

    @Override
    public Color getForeground(Object element) {
      RecordList.Line line = (RecordList.Line) element;
      return faulty(line) ? Numbers.color(JFacePreferences.ERROR_COLOR)
          : column.isDefault(line.value(column)) ? Numbers.color(JFacePreferences.QUALIFIER_COLOR) : null;
    }

    @Override
    public String getToolTipText(Object element) {
      RecordList.Line line = (RecordList.Line) element;
      String text = getText(element);
      return faulty(line) ? line.fault().get().text() : text.isEmpty() ? null : text;
    }
  }
}
