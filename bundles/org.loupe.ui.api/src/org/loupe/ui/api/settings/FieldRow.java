/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.loupe.api.LoupeException;
import org.loupe.api.settings.SettingField;
import org.loupe.ui.api.internal.Messages;

/** Label, widget and unit of one setting, in a grid of three columns. */
final class FieldRow {
  private final SettingField field;
  private final FieldWidget widget;
  private final ControlDecoration decoration;

  FieldRow(Composite parent, SettingField field, Runnable changed) {
    this.field = field;
    String tip = tip(field);
    boolean check = field.type() == SettingField.Type.BOOLEAN;
    if (!check) {
      Label label = new Label(parent, SWT.NONE);
      label.setText(field.label().replace("&", "&&") + ":");
      label.setToolTipText(tip);
      GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }
    widget = FieldWidget.create(parent, field, changed);
    Control control = widget.control();
    widget.tip(tip);
    boolean unit = !check && !field.unit().isEmpty();
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false)
        .hint(check ? SWT.DEFAULT : 90, SWT.DEFAULT)
        .indent(8, 0).span(check ? 3 : unit ? 1 : 2, 1).applyTo(control);
    if (unit) {
      Label label = new Label(parent, SWT.NONE);
      label.setText(field.unit());
    }
    decoration = new ControlDecoration(control, SWT.TOP | SWT.LEFT, parent);
    decoration.setImage(FieldDecorationRegistry.getDefault()
        .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
    decoration.hide();
  }

  SettingField field() {
    return field;
  }

  String text() {
    return widget.text();
  }

  void show(String text) {
    if (!text.equals(widget.text())) {
      widget.show(text);
    }
  }

  /** Whether the widget's value means the same as this text. */
  boolean same(String text) {
    try {
      return field.parse(text).equals(field.parse(widget.text()));
    } catch (LoupeException e) {
      return false;
    }
  }

  void setEnabled(boolean enabled) {
    widget.enable(enabled);
  }

  /** Shows what is wrong with the value, and says whether it is right. */
  boolean check() {
    try {
      field.parse(widget.text());
      decoration.hide();
      return true;
    } catch (LoupeException e) {
      decoration.setDescriptionText(e.getMessage());
      decoration.show();
      return false;
    }
  }

  /** What a setting does, which values it takes, and its default. */
  static String tip(SettingField field) {
    StringBuilder tip = new StringBuilder(field.doc());
    if (field.type() == SettingField.Type.INTEGERS || field.type() == SettingField.Type.NUMBERS) {
      tip.append('\n').append(Messages.SettingsForm_list);
    }
    String range = range(field);
    if (!range.isEmpty()) {
      tip.append('\n').append(range);
    }
    if (!field.defaultText().isEmpty()) {
      tip.append('\n').append(NLS.bind(Messages.SettingsForm_default, FieldWidget.display(field, field.defaultText())));
    }
    return tip.toString();
  }

  private static String range(SettingField field) {
    boolean low = !Double.isInfinite(field.min());
    boolean high = !Double.isInfinite(field.max());
    String from = number(field.min());
    String to = number(field.max());
    if (low && high) {
      return NLS.bind(Messages.SettingsForm_range, from, to);
    }
    return low ? NLS.bind(Messages.SettingsForm_atLeast, from) : high ? NLS.bind(Messages.SettingsForm_atMost, to) : "";
  }

  private static String number(double v) {
    return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
  }
}
