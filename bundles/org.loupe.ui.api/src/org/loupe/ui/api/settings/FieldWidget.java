/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.loupe.api.settings.SettingField;
import org.loupe.ui.api.internal.Messages;

/** The widget of one setting; its value is a text as {@link SettingField#parse} reads it. */
abstract class FieldWidget {
  abstract Control control();

  abstract String text();

  abstract void show(String text);

  void tip(String tip) {
    control().setToolTipText(tip);
  }

  void enable(boolean enabled) {
    control().setEnabled(enabled);
  }

  static FieldWidget create(Composite parent, SettingField field, Runnable changed) {
    return switch (field.type()) {
      case BOOLEAN -> new Check(parent, field, changed);
      case CHOICE -> new Choice(parent, field, changed);
      case INTEGER -> Number.fits(field) ? new Number(parent, field, changed) : new Line(parent, field, changed);
      case NUMBER -> RangeWidget.fits(field) ? new RangeWidget(parent, field, changed)
          : new Line(parent, field, changed);
      case TEXT, INTEGERS, NUMBERS, TEXTS -> new Line(parent, field, changed);
      case RECORDS -> new RecordsWidget(parent, field, changed);
    };
  }

  /** How a value is written for a reader. */
  static String display(SettingField field, String text) {
    return field.type() == SettingField.Type.CHOICE ? words(text) : text;
  }

  /** {@code centre-crop} as Centre crop, {@code nhwc} as NHWC: a word without a vowel is an abbreviation. */
  static String words(String choice) {
    if (!choice.matches(".*[aeiouy].*")) {
      return choice.toUpperCase(java.util.Locale.ROOT);
    }
    String spaced = choice.replace('-', ' ');
    return spaced.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + spaced.substring(1);
  }

  private static final class Check extends FieldWidget {
    private final Button button;

    Check(Composite parent, SettingField field, Runnable changed) {
      button = new Button(parent, SWT.CHECK);
      button.setText(field.label().replace("&", "&&"));
      button.addListener(SWT.Selection, e -> changed.run());
    }

    @Override
    Control control() {
      return button;
    }

    @Override
    String text() {
      return Boolean.toString(button.getSelection());
    }

    @Override
    void show(String text) {
      button.setSelection(List.of("true", "yes", "on", "1").contains(text.strip().toLowerCase(java.util.Locale.ROOT)));
    }
  }

  private static final class Choice extends FieldWidget {
    private final Combo combo;
    private final List<String> choices;

    Choice(Composite parent, SettingField field, Runnable changed) {
      combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
      choices = field.choices();
      combo.setItems(choices.stream().map(FieldWidget::words).toArray(String[]::new));
      show(field.defaultText());
      combo.addListener(SWT.Selection, e -> changed.run());
    }

    @Override
    Control control() {
      return combo;
    }

    @Override
    String text() {
      int i = combo.getSelectionIndex();
      return i < 0 ? "" : choices.get(i);
    }

    @Override
    void show(String text) {
      int i = choices.indexOf(text.strip().toLowerCase(java.util.Locale.ROOT));
      if (i < 0) {
        combo.deselectAll();
      } else {
        combo.select(i);
      }
    }
  }

  /** A whole number within limits. */
  private static final class Number extends FieldWidget {
    private final Spinner spinner;

    Number(Composite parent, SettingField field, Runnable changed) {
      spinner = new Spinner(parent, SWT.BORDER);
      spinner.setValues(0, (int) field.min(), (int) Math.min(Integer.MAX_VALUE, field.max()), 0, 1, 10);
      show(field.defaultText());
      spinner.addListener(SWT.Modify, e -> changed.run());
    }

    /** Without a least value the user could not see where it ends. */
    static boolean fits(SettingField field) {
      return field.min() >= Integer.MIN_VALUE && !field.defaultText().isBlank();
    }

    @Override
    Control control() {
      return spinner;
    }

    @Override
    String text() {
      return spinner.getText();
    }

    @Override
    void show(String text) {
      try {
        spinner.setSelection(Integer.parseInt(text.strip()));
      } catch (NumberFormatException e) {
        // the widget can hold numbers only and keeps the one it has
      }
    }
  }

  private static final class Line extends FieldWidget {
    private final Text line;

    Line(Composite parent, SettingField field, Runnable changed) {
      line = new Text(parent, SWT.BORDER | SWT.SINGLE);
      line.setText(field.defaultText());
      if (field.type() == SettingField.Type.INTEGERS || field.type() == SettingField.Type.NUMBERS) {
        line.setMessage(field.defaultText().isBlank() ? Messages.SettingsForm_automatic : Messages.SettingsForm_list);
      }
      line.addListener(SWT.Modify, e -> changed.run());
    }

    @Override
    Control control() {
      return line;
    }

    @Override
    String text() {
      return line.getText();
    }

    @Override
    void show(String text) {
      line.setText(text);
    }
  }
}
