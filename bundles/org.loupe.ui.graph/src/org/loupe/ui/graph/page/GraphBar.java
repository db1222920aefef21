/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The row above the drawing: search, what to colour by, folding and zoom. */
final class GraphBar {
  private static final int FIELD = 110;

  private final Text search;
  private final Label found;
  private final Label header;
  private final Combo colouring;
  private final List<ColouringEntry> entries;

  /** @param canvas holds the canvas as soon as there is one */
  GraphBar(Composite parent, List<ColouringEntry> entries, GraphActions actions, GraphCanvas[] canvas) {
    this.entries = entries;
    Composite row = row(parent, 5);
    search = new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    search.setMessage(Messages.GraphBar_search);
    search.setToolTipText(Messages.GraphBar_searchTip);
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
    data.widthHint = FIELD;
    search.setLayoutData(data);
    search.addListener(SWT.DefaultSelection, e -> actions.nextMatch((e.stateMask & SWT.SHIFT) == 0));
    search.addListener(SWT.KeyDown, e -> {
      if (e.keyCode == SWT.F3) {
        actions.nextMatch((e.stateMask & SWT.SHIFT) == 0);
      } else if (e.keyCode == SWT.ARROW_DOWN) {
        canvas[0].control().setFocus();
      }
    });
    found = new Label(row, SWT.NONE);
    found.setData("org.loupe.ui.graph.id", "found");
    GridData wide = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
    wide.exclude = true;
    found.setLayoutData(wide);
    ToolBar matches = new ToolBar(row, SWT.FLAT);
    tool(matches, Messages.GraphBar_previous, Messages.GraphBar_previousTip, () -> actions.nextMatch(false));
    tool(matches, Messages.GraphBar_next, Messages.GraphBar_nextTip, () -> actions.nextMatch(true));
    Label label = new Label(row, SWT.NONE);
    label.setText(Messages.GraphBar_colour);
    colouring = new Combo(row, SWT.READ_ONLY);
    colouring.setItems(entries.stream().map(ColouringEntry::name).toArray(String[]::new));
    colouring.setToolTipText(Messages.GraphBar_colourTip);
    GridData shared = new GridData(SWT.FILL, SWT.CENTER, true, false);
    shared.widthHint = FIELD;
    colouring.setLayoutData(shared);
    Composite second = row(parent, 2);
    header = new Label(second, SWT.WRAP);
    GridData rest = new GridData(SWT.FILL, SWT.CENTER, true, false);
    rest.widthHint = 200;
    header.setLayoutData(rest);
    header.setData("org.loupe.ui.graph.id", "header");
    tools(second, actions, canvas);
  }

  private static Composite row(Composite parent, int columns) {
    Composite row = new Composite(parent, SWT.NONE);
    row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    GridLayout layout = new GridLayout(columns, false);
    layout.marginHeight = 1;
    row.setLayout(layout);
    return row;
  }

  private static void tools(Composite row, GraphActions actions, GraphCanvas[] canvas) {
    ToolBar bar = new ToolBar(row, SWT.FLAT);
    bar.setLayoutData(new GridData(SWT.END, SWT.BEGINNING, false, false));
    tool(bar, Messages.GraphBar_foldAll, Messages.GraphBar_foldAllTip, actions::foldAll);
    new ToolItem(bar, SWT.SEPARATOR);
    tool(bar, Messages.GraphBar_unfoldAll, Messages.GraphBar_unfoldAllTip, actions::unfoldAll);
    new ToolItem(bar, SWT.SEPARATOR);
    tool(bar, Messages.GraphBar_fit, Messages.GraphBar_fitTip, () -> canvas[0].fit());
    new ToolItem(bar, SWT.SEPARATOR);
    tool(bar, Messages.GraphBar_full, Messages.GraphBar_fullTip, () -> canvas[0].fullSize());
    new ToolItem(bar, SWT.SEPARATOR);
    tool(bar, Messages.GraphBar_out, Messages.GraphBar_outTip, () -> canvas[0].zoomOut());
    tool(bar, Messages.GraphBar_in, Messages.GraphBar_inTip, () -> canvas[0].zoomIn());
  }

  private static void tool(ToolBar bar, String text, String tip, Runnable action) {
    ToolItem item = new ToolItem(bar, SWT.PUSH);
    item.setText(text);
    item.setToolTipText(tip);
    item.addListener(SWT.Selection, e -> action.run());
  }

  void onSearch(Consumer<String> listener) {
    search.addListener(SWT.Modify, e -> listener.accept(search.getText()));
  }

  void onColouring(Consumer<ColouringEntry> listener) {
    colouring.addListener(SWT.Selection, e -> listener.accept(chosen()));
  }

  ColouringEntry chosen() {
    return entries.get(Math.max(0, colouring.getSelectionIndex()));
  }

  /** Chooses a colouring by its id, or the first. */
  void choose(String id) {
    int at = 0;
    for (int i = 0; i < entries.size(); i++) {
      at = entries.get(i).id().equals(id) ? i : at;
    }
    colouring.select(at);
  }

  void found(String text) {
    found.setText(text);
    // where nothing is said, the fields have the room
    ((GridData) found.getLayoutData()).exclude = text.isEmpty();
    found.setVisible(!text.isEmpty());
    found.requestLayout();
  }

  /** How much of the graph is drawn. */
  String header() {
    return header.getText();
  }

  void header(String text) {
    header.setText(text);
    header.requestLayout();
  }

  void focusSearch() {
    search.setFocus();
    search.selectAll();
  }
}
