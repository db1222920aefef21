/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.loupe.api.LoupeException;
import org.loupe.api.settings.SettingField;
import org.loupe.ui.api.internal.Messages;

/** A list of records: its text, and a button for a dialog with a line for each record. */
final class RecordsWidget extends FieldWidget {
  private static final int LINE_WIDTH = 60;

  private final SettingField field;
  private final Composite box;
  private final Text line;
  private final Button edit;
  private boolean enabled = true;

  RecordsWidget(Composite parent, SettingField field, Runnable changed) {
    this.field = field;
    box = new Composite(parent, SWT.NONE);
    GridLayout grid = new GridLayout(2, false);
    grid.marginWidth = 0;
    grid.marginHeight = 0;
    box.setLayout(grid);
    line = new Text(box, SWT.BORDER | SWT.SINGLE);
    line.setText(field.defaultText());
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = LINE_WIDTH;
    line.setLayoutData(wide);
    edit = new Button(box, SWT.PUSH);
    edit.setText(Messages.RecordsWidget_edit);
    edit.addListener(SWT.Selection, e -> edit());
    line.addListener(SWT.Modify, e -> {
      enableButton();
      changed.run();
    });
  }

  private void edit() {
    try {
      RecordsDialog dialog = new RecordsDialog(box.getShell(), field, new RecordList(field, line.getText()));
      if (dialog.open() == Window.OK && !line.isDisposed()) {
        line.setText(dialog.text());
      }
    } catch (LoupeException e) {
      // the button is for texts that can be read
      enableButton();
    }
  }

  private void enableButton() {
    edit.setEnabled(enabled && readable());
  }

  private boolean readable() {
    try {
      field.records(line.getText());
      return true;
    } catch (LoupeException e) {
      return false;
    }
  }

  @Override
  Control control() {
    return box;
  }

  @Override
  String text() {
    return line.getText();
  }

  @Override
  void show(String text) {
    line.setText(text);
  }

  @Override
  void tip(String tip) {
    line.setToolTipText(tip);
    edit.setToolTipText(tip);
  }

  @Override
  void enable(boolean on) {
    enabled = on;
    line.setEnabled(on);
    enableButton();
  }
}
