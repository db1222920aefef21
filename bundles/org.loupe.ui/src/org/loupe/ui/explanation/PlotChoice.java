/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.loupe.core.catalogue.VisualizerEntry;

/** Offers the visualizers that can draw what is shown, where there is more than one. */
final class PlotChoice {
  private final Combo combo;
  private final Map<String, String> chosen;
  private List<VisualizerEntry> offered = List.of();
  private Runnable changed = () -> {
  };

  /** @param parent a grid; @param chosen ids by the id of the default in whose place they draw, as they were left */
  PlotChoice(Composite parent, Map<String, String> chosen) {
    this.chosen = new HashMap<>(chosen);
    combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    combo.addListener(SWT.Selection, e -> choose(combo.getSelectionIndex()));
    hide();
  }

  void onChange(Runnable listener) {
    changed = listener;
  }

  /** Ids of what the user has chosen, by the id of the default in whose place it draws. */
  Map<String, String> chosen() {
    return Map.copyOf(chosen);
  }

  /** Names of what is offered; empty if there is no choice. */
  List<String> names() {
    return combo.getVisible() ? List.of(combo.getItems()) : List.of();
  }

  /** @param candidates the default first; @param shown id of the one that has drawn */
  void show(List<VisualizerEntry> candidates, String shown) {
    if (!ids(candidates).equals(ids(offered)) || !combo.getVisible()) {
      offered = candidates;
      combo.setItems(candidates.stream().map(VisualizerEntry::name).toArray(String[]::new));
      setVisible(candidates.size() > 1);
    }
    int at = ids(candidates).indexOf(shown);
    combo.select(at);
    combo.setToolTipText(at < 0 ? null : candidates.get(at).description());
  }

  void hide() {
    setVisible(false);
  }

  /** As if the user had chosen it. @param at position among the names */
  void choose(int at) {
    if (at >= 0 && at < offered.size()) {
      combo.select(at);
      combo.setToolTipText(offered.get(at).description());
      chosen.put(offered.get(0).id(), offered.get(at).id());
      changed.run();
    }
  }

  private static List<String> ids(List<VisualizerEntry> entries) {
    return entries.stream().map(VisualizerEntry::id).toList();
  }

  private void setVisible(boolean visible) {
    combo.setVisible(visible);
    ((GridData) combo.getLayoutData()).exclude = !visible;
    combo.requestLayout();
  }
}
