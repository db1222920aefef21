/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.InspectionContext;

/** The line that says what is explained, in which scale; away for methods that look at no score. */
final class TargetBar {
  private static final int WIDTH = 90;

  private final TargetField target;
  private final Combo scale;
  private final Control[] all;

  /** @param top where it goes, a grid of four columns */
  TargetBar(Composite top, InspectionContext context) {
    Label targetLabel = label(top, Messages.ExplanationView_target);
    target = new TargetField(top, t -> change(context, r -> new ScoreRequest(t, r.output(), r.scale())));
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = WIDTH;
    target.control().setLayoutData(wide);
    Label scaleLabel = label(top, Messages.ExplanationView_scale);
    scale = new Combo(top, SWT.READ_ONLY | SWT.DROP_DOWN);
    scale.setItems(Messages.ExplanationView_logit, Messages.ExplanationView_probability);
    scale.setToolTipText(Messages.ExplanationView_scaleTip);
    scale.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
    scale.addListener(SWT.Selection, e -> change(context,
        r -> new ScoreRequest(r.target(), r.output(), ScoreScale.values()[scale.getSelectionIndex()])));
    all = new Control[] {targetLabel, target.control(), scaleLabel, scale};
  }

  private static Label label(Composite top, String text) {
    Label label = new Label(top, SWT.NONE);
    label.setText(text);
    label.setLayoutData(new GridData());
    return label;
  }

  private static void change(InspectionContext context, UnaryOperator<ScoreRequest> change) {
    context.update(i -> i.withTarget(change.apply(i.target())));
  }

  void show(Inspection now) {
    target.show(now);
    scale.select(now.target().scale().ordinal());
  }

  /** @return whether that changes anything */
  boolean setVisible(boolean visible) {
    if (scale.getVisible() == visible) {
      return false;
    }
    for (Control control : all) {
      control.setVisible(visible);
      ((GridData) control.getLayoutData()).exclude = !visible;
    }
    return true;
  }
}
