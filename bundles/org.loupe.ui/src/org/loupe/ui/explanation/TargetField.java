/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.loupe.api.LoupeException;
import org.loupe.api.target.Target;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspection;

/** A line in which a target is typed, with proposals from the labels. */
final class TargetField {
  private static final int MOST = 200;
  private static final int PROPOSAL_DELAY = 200;

  private final Text line;
  private final ControlDecoration wrong;
  private final Consumer<Target> chosen;
  private TargetText text = new TargetText(List.of());
  private Target shown = new Target.TopClass();

  TargetField(Composite parent, Consumer<Target> chosen) {
    this.chosen = chosen;
    line = new Text(parent, SWT.BORDER | SWT.SINGLE);
    line.setToolTipText(Messages.TargetField_tip);
    wrong = new ControlDecoration(line, SWT.TOP | SWT.LEFT);
    wrong.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
        .getImage());
    wrong.hide();
    line.addListener(SWT.DefaultSelection, e -> accept());
    line.addListener(SWT.FocusOut, e -> accept());
    ContentProposalAdapter proposals = new ContentProposalAdapter(line, new TextContentAdapter(), this::proposals, null,
        null);
    proposals.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
    proposals.setAutoActivationDelay(PROPOSAL_DELAY);
    proposals.addContentProposalListener(p -> accept());
  }

  Control control() {
    return line;
  }

  void show(Inspection now) {
    Target target = now.target().target();
    text = new TargetText(labels(now));
    shown = target;
    wrong.hide();
    if (!line.getText().equals(text.format(target))) {
      line.setText(text.format(target));
    }
  }

  private static List<String> labels(Inspection now) {
    InspectedModel model = now.model().orElseThrow();
    Optional<String> output = now.target().output()
        .or(() -> model.description().outputs().stream().findFirst().map(o -> o.name()));
    return output.map(o -> model.card().labels().getOrDefault(o, List.of())).orElse(List.of());
  }

  private IContentProposal[] proposals(String contents, int position) {
    String typed = contents.equals(text.format(shown)) ? "" : contents;
    return text.proposals(typed, MOST).stream().map(ContentProposal::new).toArray(IContentProposal[]::new);
  }

  private void accept() {
    try {
      Target target = text.parse(line.getText());
      wrong.hide();
      if (!target.equals(shown)) {
        shown = target;
        chosen.accept(target);
      }
    } catch (LoupeException e) {
      wrong.setDescriptionText(e.getMessage());
      wrong.show();
    }
  }
}
