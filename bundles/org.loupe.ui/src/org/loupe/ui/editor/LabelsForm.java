/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.loupe.api.LoupeException;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.jobs.Work;

/** The names of the classes of one output. */
final class LabelsForm {
  private static final int SHOWN = 4;

  private final CardModel card;
  private final String output;
  private final Label text;
  private final Hyperlink clear;
  private final Recomputation reading;
  private final Function<Path, Work<List<String>>> reader;

  /** @param reader how a file of labels is read */
  LabelsForm(Composite parent, FormToolkit toolkit, CardModel card, String output,
      Function<Path, Work<List<String>>> reader) {
    this.card = card;
    this.reader = reader;
    this.output = output;
    text = toolkit.createLabel(parent, "", SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
    data.widthHint = 200;
    text.setLayoutData(data);
    reading = new Recomputation(text);
    link(toolkit, parent, Messages.InputsPage_labelsLoad, this::load);
    clear = link(toolkit, parent, Messages.InputsPage_labelsClear,
        () -> card.labels(output, List.of(), NLS.bind(Messages.InputsPage_labels, output)));
    refresh();
    card.onChange(this::refresh);
  }

  private static Hyperlink link(FormToolkit toolkit, Composite parent, String label, Runnable action) {
    Hyperlink link = toolkit.createHyperlink(parent, label, SWT.NONE);
    link.addHyperlinkListener(new HyperlinkAdapter() {
      @Override
      public void linkActivated(HyperlinkEvent e) {
        action.run();
      }
    });
    return link;
  }

  private void refresh() {
    if (text.isDisposed()) {
      return;
    }
    List<String> labels = card.card().labels().getOrDefault(output, List.of());
    text.setText((labels.isEmpty() ? Messages.InputsPage_labelsNone : NLS.bind(Messages.InputsPage_labelsCount,
        labels.size(), String.join(", ", labels.stream().limit(SHOWN).toList()))).replace("&", "&&"));
    clear.setVisible(!labels.isEmpty());
    Reflow.around(text);
  }

  private void load() {
    FileDialog dialog = new FileDialog(text.getShell(), SWT.OPEN);
    dialog.setFilterExtensions(new String[] {"*.txt;*.csv;*.names", "*"});
    String file = dialog.open();
    if (file == null) {
      return;
    }
    reading.start(Messages.InputsPage_labelsJob, reader.apply(Path.of(file)), new Outcome<List<String>>() {
      @Override
      public void done(List<String> labels) {
        card.labels(output, labels, NLS.bind(Messages.InputsPage_labels, output));
      }

      @Override
      public void failed(LoupeException reason) {
        MessageDialog.openError(text.getShell(), Messages.InputsPage_labelsFailed, reason.getMessage());
      }
    });
  }
}
