/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.ui.tables.rows.Explained;

/** The controls above the grid: the filter, the method that explains, and whose attributions are shown. */
final class RowsBar {
  private static final int FILTER_WIDTH = 110;
  private static final int FEATURE_WIDTH = 90;

  private final Text filter;
  private final Combo method;
  private final Button explain;
  private final Combo attribution;
  private List<ExplainerEntry> methods = List.of();

  RowsBar(Composite parent, Consumer<String> whenFiltered, Runnable whenExplained, Runnable whenMethod,
      IntConsumer whenAttributed) {
    Composite bar = new Composite(parent, SWT.NONE);
    bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    GridLayout grid = new GridLayout(4, false);
    grid.marginWidth = 0;
    grid.marginHeight = 0;
    bar.setLayout(grid);
    filter = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    filter.setMessage(Messages.RowsBar_filter);
    filter.setToolTipText(Messages.RowsBar_filterTip);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = FILTER_WIDTH;
    wide.minimumWidth = FILTER_WIDTH;
    filter.setLayoutData(wide);
    filter.addListener(SWT.Modify, e -> whenFiltered.accept(filter.getText()));
    method = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
    method.setToolTipText(Messages.RowsBar_methodTip);
    method.addListener(SWT.Selection, e -> whenMethod.run());
    explain = new Button(bar, SWT.PUSH);
    explain.setText(Messages.RowsBar_explain);
    explain.setToolTipText(Messages.RowsBar_explainTip);
    explain.addListener(SWT.Selection, e -> whenExplained.run());
    attribution = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
    attribution.setToolTipText(Messages.RowsBar_attributionTip);
    GridData narrow = new GridData(SWT.FILL, SWT.CENTER, false, false);
    narrow.widthHint = FEATURE_WIDTH;
    attribution.setLayoutData(narrow);
    attribution.addListener(SWT.Selection, e -> whenAttributed.accept(attribution.getSelectionIndex()));
    show(Optional.empty(), 0);
  }

  /** Offers methods; the chosen one stays if it is among them, else it is the preferred one. */
  void show(List<ExplainerEntry> offered, String preferred) {
    String wanted = method().map(ExplainerEntry::id).orElse(preferred);
    methods = offered;
    method.setItems(offered.stream().map(ExplainerEntry::name).toArray(String[]::new));
    int at = offered.stream().map(ExplainerEntry::id).toList().indexOf(wanted);
    method.select(Math.max(0, at));
    method.setEnabled(!offered.isEmpty());
    explain.setEnabled(!offered.isEmpty());
    method.requestLayout();
  }

  /** Offers the features that have attributions. */
  void show(Optional<Explained> explained, int chosen) {
    boolean there = explained.isPresent();
    attribution.setItems(explained.map(e -> e.features().toArray(String[]::new)).orElse(new String[0]));
    attribution.select(chosen);
    attribution.setVisible(there);
    ((GridData) attribution.getLayoutData()).exclude = !there;
    attribution.getParent().layout();
  }

  Optional<ExplainerEntry> method() {
    int at = method.getSelectionIndex();
    return at < 0 || at >= methods.size() ? Optional.empty() : Optional.of(methods.get(at));
  }

  String filter() {
    return filter.getText();
  }

  /** As if the user had typed it. */
  void filter(String text) {
    filter.setText(text);
  }
}
