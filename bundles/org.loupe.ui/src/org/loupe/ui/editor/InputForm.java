/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.loupe.api.card.InputEntry;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.ui.api.settings.SettingsForm;

/** Where one input comes from: a file by a modality, a constant, or an output of the step before. */
final class InputForm {
  private final FormToolkit toolkit;
  private final CardModel card;
  private final LoadedModel model;
  private final ValueSpec input;
  private final Combo source;
  private final Composite body;
  private EntryForm shown;

  /** Shows entries of one kind, and tells of changes. */
  interface EntryForm {
    boolean takes(InputEntry entry);

    void show(InputEntry entry);
  }

  InputForm(Composite parent, FormToolkit toolkit, CardModel card, LoadedModel model, ValueSpec input) {
    this.toolkit = toolkit;
    this.card = card;
    this.model = model;
    this.input = input;
    toolkit.createLabel(parent, Messages.InputsPage_source);
    source = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
    model.modalities().forEach(m -> source.add(m.name()));
    source.add(Messages.InputsPage_constant);
    source.add(Messages.InputsPage_state);
    source.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    source.addListener(SWT.Selection, e -> edit(first(source.getSelectionIndex())));
    body = toolkit.createComposite(parent);
    body.setLayout(new FillLayout());
    body.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    refresh();
    card.onChange(this::refresh);
  }

  private void refresh() {
    InputEntry entry = card.card().inputs().get(input.name());
    if (body.isDisposed() || entry == null) {
      return;
    }
    source.select(position(entry));
    if (shown == null || !shown.takes(entry)) {
      for (Control child : body.getChildren()) {
        child.dispose();
      }
      shown = form(entry);
      InputsPage.adapt(toolkit, body);
      Reflow.around(body);
    }
    shown.show(entry);
  }

  private EntryForm form(InputEntry entry) {
    return switch (entry) {
      case InputEntry.Decoded d -> new DecodedForm(d.modality());
      case InputEntry.Constant c -> new ConstantForm(body, input, this::edit);
      case InputEntry.State s -> new StateForm(body, outputs(), this::edit);
    };
  }

  private List<String> outputs() {
    return model.description().outputs().stream().map(OutputInfo::name).toList();
  }

  private void edit(InputEntry entry) {
    card.entry(input.name(), entry, NLS.bind(Messages.InputsPage_change, input.name()));
  }

  private int position(InputEntry entry) {
    int modalities = model.modalities().size();
    return switch (entry) {
      case InputEntry.Decoded d -> ids().indexOf(d.modality());
      case InputEntry.Constant c -> modalities;
      case InputEntry.State s -> modalities + 1;
    };
  }

  private List<String> ids() {
    List<String> out = new ArrayList<>();
    model.modalities().forEach(m -> out.add(m.id()));
    return out;
  }

  /** What an input is when its kind was just chosen. */
  private InputEntry first(int choice) {
    if (choice < model.modalities().size()) {
      ModalityChoice modality = model.modalities().get(choice);
      return new InputEntry.Decoded(modality.id(), modality.proposals().getOrDefault(input.name(), Map.of()));
    }
    if (choice == model.modalities().size()) {
      return new InputEntry.Constant(List.of(0.0));
    }
    return new InputEntry.State(outputs().isEmpty() ? "" : outputs().get(0), 0);
  }

  /** The settings of a modality. */
  private final class DecodedForm implements EntryForm {
    private final String modality;
    private final SettingsForm settings;

    DecodedForm(String modality) {
      this.modality = modality;
      int at = ids().indexOf(modality);
      settings = at < 0 ? null : new SettingsForm(body, model.modalities().get(at).schema());
      if (settings != null) {
        settings.onChange(() -> edit(new InputEntry.Decoded(modality, settings.changes())));
      }
    }

    @Override
    public boolean takes(InputEntry entry) {
      return entry instanceof InputEntry.Decoded d && d.modality().equals(modality);
    }

    @Override
    public void show(InputEntry entry) {
      Map<String, String> wanted = ((InputEntry.Decoded) entry).settings();
      if (settings != null && !wanted.equals(settings.changes())) {
        settings.show(wanted);
      }
    }
  }
}
