/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.ICellEditorListener;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.loupe.api.settings.SettingField;
import org.loupe.ui.api.internal.Messages;

/** Edits the values of one setting in the records of a list. */
final class RecordEditing extends EditingSupport {
  private static final String[] BOOLEANS = {"false", "true"};

  private final SettingField column;
  private final Watcher watcher;
  private final Runnable begun;
  private final String[] choices;
  private final CellEditor editor;
  private RecordList.Line edited;

  /** Is told of what is typed. */
  interface Watcher {
    /** A value that is being typed and not set yet. */
    void drafted(RecordList.Line line, SettingField column, String value);

    void set(RecordList.Line line, SettingField column, String value);

    /** What was typed is gone. */
    void ended();
  }

  /** @param begun is called whenever a value begins to be edited */
  RecordEditing(TableViewer viewer, SettingField column, Watcher watcher, Runnable begun) {
    super(viewer);
    this.column = column;
    this.watcher = watcher;
    this.begun = begun;
    choices = column.type() == SettingField.Type.CHOICE ? column.choices().toArray(String[]::new)
        : column.type() == SettingField.Type.BOOLEAN ? BOOLEANS : new String[0];
    editor = choices.length > 0 ? combo(viewer.getTable()) : line(viewer.getTable());
  }

  /** How a value is written for a reader. */
  static String display(SettingField column, String value) {
    if (column.type() == SettingField.Type.BOOLEAN) {
      return value.equals(BOOLEANS[1]) ? Messages.RecordsDialog_yes : Messages.RecordsDialog_no;
    }
    return FieldWidget.display(column, value);
  }

  private CellEditor combo(Composite parent) {
    String[] items = new String[choices.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = display(column, choices[i]);
    }
    ComboBoxCellEditor combo = new ComboBoxCellEditor(parent, items, SWT.READ_ONLY);
    combo.setActivationStyle(ComboBoxCellEditor.DROP_DOWN_ON_KEY_ACTIVATION
        | ComboBoxCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
    return combo;
  }

  private CellEditor line(Composite parent) {
    CellEditor line = new TextCellEditor(parent);
    line.addListener(new ICellEditorListener() {
      @Override
      public void editorValueChanged(boolean oldValid, boolean newValid) {
        if (edited != null) {
          watcher.drafted(edited, column, String.valueOf(line.getValue()));
        }
      }

      @Override
      public void applyEditorValue() {
        watcher.ended();
      }

      @Override
      public void cancelEditor() {
        watcher.ended();
      }
    });
    return line;
  }

  /** Puts a letter in place of the text in the cell that is open. */
  void begin(char letter) {
    if (editor.getControl() instanceof Text text) {
      text.setText(String.valueOf(letter));
      text.setSelection(1);
    }
  }

  @Override
  protected CellEditor getCellEditor(Object element) {
    return editor;
  }

  @Override
  protected boolean canEdit(Object element) {
    return true;
  }

  @Override
  protected Object getValue(Object element) {
    edited = (RecordList.Line) element;
    begun.run();
    String value = edited.value(column);
    if (choices.length == 0) {
      return value;
    }
    return java.util.Arrays.asList(choices).indexOf(value.strip().toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  protected void setValue(Object element, Object value) {
    if (choices.length == 0) {
      watcher.set((RecordList.Line) element, column, String.valueOf(value));
    } else if (value instanceof Integer i && i >= 0) {
      watcher.set((RecordList.Line) element, column, choices[i]);
    }
  }
}
