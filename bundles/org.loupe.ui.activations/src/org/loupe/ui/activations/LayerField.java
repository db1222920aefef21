/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.loupe.api.model.LayerInfo;

/** Chooses a layer: type a part of its name, take one of the list, or step to the next one. */
final class LayerField {
  private static final int MOST = 500;

  private final Composite row;
  private final Text text;
  private final ToolItem before;
  private final ToolItem after;
  private final Consumer<String> chosen;
  private List<LayerInfo> layers = List.of();
  private String layer = "";

  /** @param chosen takes the id of the layer that the user chooses */
  LayerField(Composite parent, Consumer<String> chosen) {
    this.chosen = chosen;
    row = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(2, 0).applyTo(row);
    text = new Text(row, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH);
    text.setMessage(Messages.LayerField_hint);
    text.setToolTipText(Messages.LayerField_tip);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(120, SWT.DEFAULT).applyTo(text);
    ToolBar steps = new ToolBar(row, SWT.FLAT);
    before = step(steps, "\u25c0", Messages.LayerField_before, -1);
    after = step(steps, "\u25b6", Messages.LayerField_after, 1);
    propose();
    text.addListener(SWT.DefaultSelection, e -> entered());
    text.addListener(SWT.FocusIn, e -> text.getDisplay().asyncExec(() -> {
      if (!text.isDisposed() && text.isFocusControl()) {
        text.selectAll();
      }
    }));
    text.addListener(SWT.FocusOut, e -> text.setText(layer));
  }

  Control control() {
    return row;
  }

  void setLayers(List<LayerInfo> all) {
    layers = all;
    enable();
  }

  void setLayer(String id) {
    layer = id;
    text.setText(id);
    enable();
  }

  private ToolItem step(ToolBar bar, String sign, String tip, int by) {
    ToolItem item = new ToolItem(bar, SWT.PUSH);
    item.setText(sign);
    item.setToolTipText(tip);
    item.addListener(SWT.Selection, e -> choose(layers.get(index() + by).id()));
    return item;
  }

  private void enable() {
    int index = index();
    before.setEnabled(index > 0);
    after.setEnabled(index >= 0 && index < layers.size() - 1);
  }

  private int index() {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).id().equals(layer)) {
        return i;
      }
    }
    return -1;
  }

  private void propose() {
    ContentProposalAdapter proposals = new ContentProposalAdapter(text, new TextContentAdapter(),
        (contents, position) -> matching(contents), KeyStroke.getInstance(SWT.MOD1, ' '), null);
    proposals.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
    proposals.setPopupSize(new Point(360, 280));
    proposals.addContentProposalListener(p -> choose(p.getContent()));
    text.addListener(SWT.KeyDown, e -> {
      if (e.keyCode == SWT.ARROW_DOWN && !proposals.isProposalPopupOpen()) {
        proposals.openProposalPopup();
        e.doit = false;
      }
    });
  }

  /** All layers while the field still shows the present one. */
  private IContentProposal[] matching(String contents) {
    String part = contents.equals(layer) ? "" : contents.strip().toLowerCase(Locale.ROOT);
    List<IContentProposal> out = new ArrayList<>();
    for (LayerInfo l : layers) {
      boolean found = l.id().toLowerCase(Locale.ROOT).contains(part)
          || l.operator().toLowerCase(Locale.ROOT).contains(part) || l.node().toLowerCase(Locale.ROOT).contains(part);
      if (found && out.size() < MOST) {
        out.add(new ContentProposal(l.id(), l.id() + "  \u2014  " + l.operator(), null));
      }
    }
    return out.toArray(IContentProposal[]::new);
  }

  private void entered() {
    IContentProposal[] found = matching(text.getText());
    for (LayerInfo l : layers) {
      if (l.id().equals(text.getText().strip())) {
        choose(l.id());
        return;
      }
    }
    if (found.length > 0) {
      choose(found[0].getContent());
    }
  }

  private void choose(String id) {
    setLayer(id);
    chosen.accept(id);
  }
}
