/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

/** The line below the rows: how many there are, what is to be known of them, and how far an explanation has come. */
final class RowsLine {
  private final Link link;
  private String said = "";
  private boolean busy;

  /** @param whenCancelled is told that the user has had enough */
  RowsLine(Composite parent, Runnable whenCancelled) {
    link = new Link(parent, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 120;
    link.setLayoutData(wide);
    link.addListener(SWT.Selection, e -> whenCancelled.run());
  }

  /** Says something, once what is under way has come to its end. */
  void say(String text) {
    say(text, false);
  }

  /** @param cancellable whether there is something that the user may have enough of */
  void say(String text, boolean cancellable) {
    said = text;
    if (!busy) {
      String plain = text.replace("&", "&&").replace("<", "\u2039");
      show(cancellable ? NLS.bind(Messages.RowsLine_cancellable, plain) : plain, text);
    }
  }

  /** How far something has come. @param fraction from 0 to 1, or NaN if unknown */
  void progress(String task, double fraction) {
    busy = true;
    String percent = Double.isNaN(fraction) ? "" : Math.round(100 * fraction) + " %";
    show(NLS.bind(Messages.RowsLine_progress, task.replace("&", "&&"), percent), task);
  }

  /** Nothing is under way any more. */
  void ended() {
    busy = false;
    say(said);
  }

  private void show(String markup, String tip) {
    link.setText(markup);
    link.setToolTipText(tip);
    link.requestLayout();
  }

  String text() {
    return link.getText();
  }
}
