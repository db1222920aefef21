/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.loupe.api.card.InputEntry;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueSpec;

/** Numbers that never change. */
final class ConstantForm implements InputForm.EntryForm {
  private final Text numbers;
  private final ControlDecoration wrong;
  private boolean filling;

  ConstantForm(Composite parent, ValueSpec input, Consumer<InputEntry> changed) {
    Composite row = new Composite(parent, SWT.NONE);
    row.setLayout(new GridLayout(2, false));
    new Label(row, SWT.NONE).setText(Messages.InputsPage_constantValues);
    numbers = new Text(row, SWT.BORDER);
    numbers.setToolTipText(tip(input));
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
    data.horizontalIndent = 8;
    numbers.setLayoutData(data);
    wrong = new ControlDecoration(numbers, SWT.TOP | SWT.LEFT);
    wrong.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
        .getImage());
    wrong.setDescriptionText(Messages.InputsPage_constantWrong);
    wrong.hide();
    numbers.addListener(SWT.Modify, e -> edited(changed));
  }

  private static String tip(ValueSpec input) {
    boolean known = input.dims().isPresent() && input.dims().get().stream().allMatch(Dimension::known);
    return known ? NLS.bind(Messages.InputsPage_constantTip,
        input.dims().get().stream().mapToLong(Dimension::size).reduce(1, (a, b) -> a * b))
        : Messages.InputsPage_constantTipOpen;
  }

  private void edited(Consumer<InputEntry> changed) {
    Optional<List<Double>> values = parse(numbers.getText());
    if (values.isPresent()) {
      wrong.hide();
    } else {
      wrong.show();
    }
    if (!filling) {
      values.ifPresent(v -> changed.accept(new InputEntry.Constant(v)));
    }
  }

  static Optional<List<Double>> parse(String text) {
    List<Double> out = new ArrayList<>();
    try {
      for (String part : text.split(",", -1)) {
        out.add(Double.parseDouble(part.strip()));
      }
      return Optional.of(out);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean takes(InputEntry entry) {
    return entry instanceof InputEntry.Constant;
  }

  @Override
  public void show(InputEntry entry) {
    List<Double> wanted = ((InputEntry.Constant) entry).values();
    if (!parse(numbers.getText()).equals(Optional.of(wanted))) {
      filling = true;
      numbers.setText(wanted.stream().map(ConstantForm::text).collect(Collectors.joining(", ")));
      filling = false;
    }
  }

  static String text(double v) {
    return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
  }
}
