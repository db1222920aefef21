/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.loupe.api.LoupeException;
import org.loupe.api.settings.SettingField;
import org.loupe.api.settings.SettingsSchema;

/**
 * A widget for each setting of a schema, with its label, unit, documentation as tooltip, and what is wrong with its
 * value beside it. Values are texts, as everywhere outside the settings record itself.
 */
public final class SettingsForm extends Composite {
  private final SettingsSchema<?> schema;
  private final List<FieldRow> rows = new ArrayList<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final ProblemLine problemLine;
  private boolean filling;

  /** A form that shows the defaults. */
  public SettingsForm(Composite parent, SettingsSchema<?> schema) {
    super(parent, SWT.NONE);
    this.schema = schema;
    GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 4).margins(2, 2).applyTo(this);
    for (SettingField field : schema.fields()) {
      rows.add(new FieldRow(this, field, this::edited));
    }
    problemLine = new ProblemLine(this);
    GridDataFactory.fillDefaults().grab(true, false).span(3, 1).exclude(true).applyTo(problemLine.control());
  }

  /** Every value by key, valid or not, in the order of declaration. */
  public Map<String, String> values() {
    Map<String, String> out = new LinkedHashMap<>();
    rows.forEach(r -> out.put(r.field().key(), r.text()));
    return out;
  }

  /** The values that differ from their defaults. */
  public Map<String, String> changes() {
    Map<String, String> out = new LinkedHashMap<>();
    for (FieldRow row : rows) {
      if (!row.same(row.field().defaultText())) {
        out.put(row.field().key(), row.text());
      }
    }
    return out;
  }

  /** Shows these values, and the default where one is missing; keys that are no settings are left out. No event. */
  public void show(Map<String, String> values) {
    filling = true;
    try {
      rows.forEach(r -> r.show(values.getOrDefault(r.field().key(), r.field().defaultText())));
    } finally {
      filling = false;
    }
    check();
  }

  /** What is wrong with the values, in one line. */
  public Optional<String> problem() {
    try {
      schema.read(values());
      return Optional.empty();
    } catch (LoupeException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Is called after each change by the user, valid or not. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void setEnabled(boolean enabled) {
    super.setEnabled(enabled);
    rows.forEach(r -> r.setEnabled(enabled));
  }

  private void edited() {
    if (!filling) {
      check();
      List.copyOf(listeners).forEach(Runnable::run);
    }
  }

  private void check() {
    boolean fieldsAreValid = true;
    for (FieldRow row : rows) {
      fieldsAreValid &= row.check();
    }
    // what a field says beside itself is not said again below; a bad combination is
    problemLine.show(fieldsAreValid ? problem() : Optional.empty());
  }

  /** A label that takes no room while there is nothing to say. */
  private static final class ProblemLine {
    private final Label label;

    ProblemLine(Composite parent) {
      label = new Label(parent, SWT.WRAP);
      Colors.error(label);
    }

    Label control() {
      return label;
    }

    void show(Optional<String> problem) {
      label.setText(problem.orElse("").replace("&", "&&"));
      label.setVisible(problem.isPresent());
      ((org.eclipse.swt.layout.GridData) label.getLayoutData()).exclude = problem.isEmpty();
      label.requestLayout();
    }
  }
}
