/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.loupe.api.result.Provenance;
import org.loupe.core.result.RunRecord;
import org.loupe.math.scale.Numbers;

/** How a result came to be, and what else a reader must know of it. */
final class Details {
  private static final int HEIGHT = 150;

  private final Label notes;
  private final Twistie part;
  private final Table table;

  Details(Composite parent, boolean open, Runnable resized) {
    notes = new Label(parent, SWT.WRAP);
    GridData wrap = new GridData(SWT.FILL, SWT.TOP, true, false);
    wrap.widthHint = 160;
    notes.setLayoutData(wrap);
    part = new Twistie(parent, Messages.Details_title, open, resized);
    table = new Table(part.client(), SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = HEIGHT;
    data.widthHint = 160;
    table.setLayoutData(data);
    new TableColumn(table, SWT.LEFT).setWidth(130);
    new TableColumn(table, SWT.LEFT).setWidth(420);
    table.addListener(SWT.KeyDown, e -> {
      if (e.stateMask == SWT.MOD1 && e.keyCode == 'c') {
        copy();
      }
    });
  }

  boolean expanded() {
    return part.expanded();
  }

  void setVisible(boolean visible) {
    part.setVisible(visible);
    notes.setVisible(visible && !notes.getText().isEmpty());
    ((GridData) notes.getLayoutData()).exclude = !notes.getVisible();
  }

  void show(RunRecord record, String methodName) {
    notes.setText(String.join("\n", record.notes()).replace("&", "&&"));
    table.removeAll();
    facts(record, methodName).forEach((name, value) -> {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(new String[] {name, value});
    });
  }

  private static Map<String, String> facts(RunRecord record, String methodName) {
    Provenance p = record.provenance();
    Map<String, String> out = new LinkedHashMap<>();
    record.result().figures().forEach((name, value) -> out.put(name, Numbers.format(value, 6)));
    boolean targeted = RunWords.targeted(p);
    if (targeted) {
      out.put(Messages.Details_target, p.targetText());
    }
    out.put(Messages.Details_method, methodName);
    out.put(Messages.Details_bundle, p.bundle());
    if (!p.profile().isEmpty()) {
      out.put(Messages.Details_profile, p.profile());
    }
    out.put(Messages.Details_settings, p.settings().entrySet().stream().map(e -> e.getKey() + " = " + e.getValue())
        .collect(Collectors.joining(", ")));
    if (targeted) {
      out.put(Messages.Details_scale, p.scale());
      out.put(Messages.Details_output, p.output());
    }
    out.put(Messages.Details_seed, Long.toString(p.seed()));
    out.put(Messages.Details_model, p.model());
    out.put(Messages.Details_modelHash, p.modelHash());
    out.put(Messages.Details_input, p.subject());
    out.put(Messages.Details_inputHash, p.inputHash());
    if (!p.background().isEmpty()) {
      out.put(Messages.Details_background, p.background());
    }
    out.put(Messages.Details_engine, NLS.bind(Messages.Details_engineValue, new Object[] {p.runtime().engine(),
        p.runtime().version(), p.runtime().device(), p.runtime().threads()}));
    out.put(Messages.Details_batch, Integer.toString(p.batchSize()));
    out.put(Messages.Details_started, p.started());
    out.put(Messages.Details_duration, NLS.bind(Messages.Details_millis, p.millis()));
    return out;
  }

  private void copy() {
    StringBuilder text = new StringBuilder();
    for (TableItem item : table.getSelection()) {
      text.append(item.getText(0)).append('\t').append(item.getText(1)).append(System.lineSeparator());
    }
    if (!text.isEmpty()) {
      Clipboard clipboard = new Clipboard(table.getDisplay());
      clipboard.setContents(new Object[] {text.toString()}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }
}
