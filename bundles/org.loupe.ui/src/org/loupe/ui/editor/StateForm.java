/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.loupe.api.card.InputEntry;

/** An input that is an output of the step before. */
final class StateForm implements InputForm.EntryForm {
  private final List<String> outputs;
  private final Combo output;
  private final Text initial;
  private boolean filling;

  StateForm(Composite parent, List<String> outputs, Consumer<InputEntry> changed) {
    this.outputs = outputs;
    Composite row = new Composite(parent, SWT.NONE);
    row.setLayout(new GridLayout(2, false));
    new Label(row, SWT.NONE).setText(Messages.InputsPage_stateOutput);
    output = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
    output.setItems(outputs.toArray(String[]::new));
    output.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    new Label(row, SWT.NONE).setText(Messages.InputsPage_stateInitial);
    initial = new Text(row, SWT.BORDER);
    initial.setToolTipText(Messages.InputsPage_stateTip);
    initial.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    output.addListener(SWT.Selection, e -> edited(changed));
    initial.addListener(SWT.Modify, e -> edited(changed));
  }

  private void edited(Consumer<InputEntry> changed) {
    if (!filling && output.getSelectionIndex() >= 0) {
      ConstantForm.parse(initial.getText()).filter(v -> v.size() == 1)
          .ifPresent(v -> changed.accept(new InputEntry.State(output.getText(), v.get(0))));
    }
  }

  @Override
  public boolean takes(InputEntry entry) {
    return entry instanceof InputEntry.State;
  }

  @Override
  public void show(InputEntry entry) {
    InputEntry.State state = (InputEntry.State) entry;
    filling = true;
    output.select(outputs.indexOf(state.output()));
    if (!ConstantForm.parse(initial.getText()).equals(java.util.Optional.of(List.of(state.initial())))) {
      initial.setText(ConstantForm.text(state.initial()));
    }
    filling = false;
  }
}
