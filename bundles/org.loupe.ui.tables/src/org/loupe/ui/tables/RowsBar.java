/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.loupe.ui.tables.rows.Explained;

/** The controls above the grid: the filter, the method that explains, and whose attributions are shown. */
final class RowsBar {
  private static final int FILTER_WIDTH = 110;
  private static final int FEATURE_WIDTH = 90;
  private static final int METHOD_WIDTH = 100;

  /** Is told what the user wants. */
  interface Listener {
    void filtered(String text);

    void methodChosen();

    /** Explain the rows, or stop explaining them. */
    void explainPressed();

    void settingsShown(boolean on);

    void attributed(int feature);
  }

  private final Text filter;
  private final Combo method;
  private final Button explain;
  private final Combo attribution;
  private List<RowsMethod> methods = List.of();

  /** @param bar the first line, a grid of four columns @param second the line below it, of whose end it takes a part */
  RowsBar(Composite bar, Composite second, Listener listener) {
    filter = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    filter.setMessage(Messages.RowsBar_filter);
    filter.setToolTipText(Messages.RowsBar_filterTip);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = FILTER_WIDTH;
    wide.minimumWidth = FILTER_WIDTH;
    filter.setLayoutData(wide);
    filter.addListener(SWT.Modify, e -> listener.filtered(filter.getText()));
    method = combo(bar, Messages.RowsBar_methodTip, i -> listener.methodChosen());
    explain = new Button(bar, SWT.PUSH);
    explain.setText(Messages.RowsBar_explain);
    explain.addListener(SWT.Selection, e -> listener.explainPressed());
    Button settings = new Button(bar, SWT.TOGGLE);
    settings.setText(Messages.RowsBar_settings);
    settings.setToolTipText(Messages.RowsBar_settingsTip);
    settings.addListener(SWT.Selection, e -> listener.settingsShown(settings.getSelection()));
    attribution = combo(second, Messages.RowsBar_attributionTip, listener::attributed);
    GridData narrow = new GridData(SWT.END, SWT.CENTER, false, false);
    narrow.widthHint = FEATURE_WIDTH;
    attribution.setLayoutData(narrow);
    show(Optional.empty(), 0);
    GridData fair = new GridData(SWT.FILL, SWT.CENTER, false, false);
    fair.widthHint = METHOD_WIDTH;
    method.setLayoutData(fair);
  }

  private static Combo combo(Composite bar, String tip, IntConsumer whenChosen) {
    Combo combo = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setToolTipText(tip);
    combo.addListener(SWT.Selection, e -> whenChosen.accept(combo.getSelectionIndex()));
    return combo;
  }

  /** Offers methods; the chosen one stays if it is among them, else it is the preferred one. */
  void show(List<RowsMethod> offered, String preferred) {
    String wanted = method().map(m -> m.entry().id()).orElse(preferred);
    methods = offered;
    method.setItems(offered.stream().map(m -> m.entry().name()).toArray(String[]::new));
    int at = offered.stream().map(m -> m.entry().id()).toList().indexOf(wanted);
    method.select(Math.max(0, at));
    method.setEnabled(!offered.isEmpty());
    method.requestLayout();
  }

  /** Offers the features that have attributions. */
  void show(Optional<Explained> explained, int chosen) {
    attribution.setItems(explained.map(e -> e.features().toArray(String[]::new))
        .orElseGet(() -> new String[] {Messages.RowsBar_noAttribution}));
    attribution.select(chosen);
    attribution.setEnabled(explained.isPresent());
  }

  /** The button explains, or cannot and says why, or cancels what is under way. */
  void explaining(boolean running, Optional<String> obstacle) {
    String text = running ? Messages.RowsView_cancel : Messages.RowsBar_explain;
    if (!explain.getText().equals(text)) {
      explain.setText(text);
      explain.requestLayout();
    }
    explain.setEnabled(running || obstacle.isEmpty());
    explain.setToolTipText(running ? Messages.RowsBar_cancelTip : obstacle.orElse(Messages.RowsBar_explainTip));
  }

  Optional<RowsMethod> method() {
    int at = method.getSelectionIndex();
    return at < 0 || at >= methods.size() ? Optional.empty() : Optional.of(methods.get(at));
  }

  Button button() {
    return explain;
  }

  /** As if the user had typed it. */
  void filter(String text) {
    filter.setText(text);
  }
}
