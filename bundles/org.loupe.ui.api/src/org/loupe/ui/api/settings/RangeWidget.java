/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.loupe.api.settings.SettingField;

/** A number between two limits: a slider, and a line for the exact value. */
final class RangeWidget extends FieldWidget {
  private static final int STEPS = 100;
  private static final int LINE_WIDTH = 44;
  private static final double WIDEST = 1000;

  private final Composite box;
  private final Scale scale;
  private final Text line;
  private final double min;
  private final double max;

  RangeWidget(Composite parent, SettingField field, Runnable changed) {
    min = field.min();
    max = field.max();
    box = new Composite(parent, SWT.NONE);
    GridLayout grid = new GridLayout(2, false);
    grid.marginWidth = 0;
    grid.marginHeight = 0;
    box.setLayout(grid);
    scale = new Scale(box, SWT.HORIZONTAL);
    scale.setMaximum(STEPS);
    scale.setPageIncrement(STEPS / 10);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 60;
    scale.setLayoutData(wide);
    line = new Text(box, SWT.BORDER);
    GridData narrow = new GridData(SWT.END, SWT.CENTER, false, false);
    narrow.widthHint = LINE_WIDTH;
    line.setLayoutData(narrow);
    show(field.defaultText());
    scale.addListener(SWT.Selection, e -> line.setText(text(min + (max - min) * scale.getSelection() / STEPS)));
    line.addListener(SWT.Modify, e -> {
      follow();
      changed.run();
    });
  }

  /** A slider over a very wide range could not be set with any care. */
  static boolean fits(SettingField field) {
    return field.max() - field.min() <= WIDEST;
  }

  private static String text(double v) {
    double rounded = Math.rint(v * 1e4) / 1e4;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  private void follow() {
    try {
      double part = (Double.parseDouble(line.getText().strip()) - min) / (max - min);
      int at = (int) Math.round(part * STEPS);
      if (at != scale.getSelection()) {
        scale.setSelection(at);
      }
    } catch (NumberFormatException e) {
      // what is being typed is no number yet; the slider waits
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
    follow();
  }

  @Override
  void tip(String tip) {
    scale.setToolTipText(tip);
    line.setToolTipText(tip);
  }

  @Override
  void enable(boolean enabled) {
    scale.setEnabled(enabled);
    line.setEnabled(enabled);
  }
}
