/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;

/** One line: how far a run is, with a link to cancel it; or what came out. */
final class StatusLine {
  private static final int PARTS = 1000;
  private static final int BAR_WIDTH = 110;

  private final Composite line;
  private final StackLayout layout = new StackLayout();
  private final Composite running;
  private final ProgressBar bar;
  private final Label task;
  private final Composite said;
  private final Label warning;
  private final Link text;

  StatusLine(Composite parent, Runnable cancel, Runnable follow) {
    line = new Composite(parent, SWT.NONE);
    line.setLayout(layout);
    line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    running = new Composite(line, SWT.NONE);
    GridLayout grid = new GridLayout(3, false);
    grid.marginHeight = 0;
    grid.marginWidth = 0;
    running.setLayout(grid);
    bar = new ProgressBar(running, SWT.HORIZONTAL);
    bar.setMaximum(PARTS);
    GridData barData = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
    barData.widthHint = BAR_WIDTH;
    bar.setLayoutData(barData);
    task = new Label(running, SWT.NONE);
    task.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Link stop = new Link(running, SWT.NONE);
    stop.setText("<a>" + Messages.StatusLine_cancel + "</a>");
    stop.addListener(SWT.Selection, e -> cancel.run());
    said = new Composite(line, SWT.NONE);
    GridLayout words = new GridLayout(2, false);
    words.marginHeight = 0;
    words.marginWidth = 0;
    said.setLayout(words);
    warning = new Label(said, SWT.NONE);
    warning.setImage(FieldDecorationRegistry.getDefault()
        .getFieldDecoration(FieldDecorationRegistry.DEC_WARNING).getImage());
    warning.setLayoutData(new GridData());
    text = new Link(said, SWT.NONE);
    text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    text.addListener(SWT.Selection, e -> follow.run());
    say("");
  }

  void progress(String name, double fraction) {
    bar.setSelection(Double.isNaN(fraction) ? 0 : (int) (fraction * PARTS));
    task.setText((Double.isNaN(fraction) ? name : String.format("%s, %.0f %%", name, fraction * 100))
        .replace("&", "&&"));
    bring(running);
  }

  /** @param words may hold one link */
  void say(String words) {
    say(words, false);
  }

  void warn(String words) {
    say(words, true);
  }

  private void say(String words, boolean warns) {
    warning.setVisible(warns);
    ((GridData) warning.getLayoutData()).exclude = !warns;
    text.setText(words);
    text.setToolTipText(words.replaceAll("<[^>]*>", ""));
    said.layout();
    bring(said);
  }

  String text() {
    return layout.topControl == said ? text.getText() : task.getText();
  }

  private void bring(Control top) {
    layout.topControl = top;
    line.layout();
  }

  /** A text that is clicked. */
  static String link(String text) {
    return "<a>" + text + "</a>";
  }

  /** A text that is shown as it is, without links and mnemonics. */
  static String escape(String text) {
    return text.replace("&", "&&").replace("<", "\u2039");
  }
}
