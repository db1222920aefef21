/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Link;
import org.loupe.api.LoupeException;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.ExplainerEntry.Background;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/**
 * Which rows a method compares with and how many of them, or that it needs some; there for methods that compare. The
 * rows are read, in a job, as soon as they are chosen, so that it is known before a run whether they can be used.
 */
final class BackgroundLine {
  private static final int LEAST_WIDTH = 150;

  private final Link link;
  private final Inspector inspector;
  private final Consumer<Optional<Path>> whenChosen;
  private final Runnable whenKnown;
  private final Recomputation asking;
  private Optional<Path> table = Optional.empty();
  private Optional<String> obstacle = Optional.empty();

  /**
   * @param whenChosen is told of another table, or of none
   * @param whenKnown is told when there is another {@link #obstacle}, or none any more
   */
  BackgroundLine(Composite parent, Inspector inspector, Consumer<Optional<Path>> whenChosen, Runnable whenKnown) {
    this.inspector = inspector;
    this.whenChosen = whenChosen;
    this.whenKnown = whenKnown;
    link = new Link(parent, SWT.NONE);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = LEAST_WIDTH;
    link.setLayoutData(wide);
    link.addListener(SWT.Selection, e -> follow(e.text));
    asking = new Recomputation(link);
  }

  /** Why rows cannot be explained with this background, or without one, in a sentence. */
  Optional<String> obstacle() {
    return obstacle;
  }

  boolean running() {
    return asking.running();
  }

  String text() {
    return link.getVisible() ? link.getText() : "";
  }

  /** @param settings of the method, every one of them by key */
  void show(Optional<ExplainerEntry> method, Map<String, String> settings, Inspection inspection) {
    table = inspection.input().map(i -> i.first());
    boolean there = method.map(ExplainerEntry::background).orElse(Background.NONE) != Background.NONE;
    ((GridData) link.getLayoutData()).exclude = !there;
    link.setVisible(there);
    link.requestLayout();
    if (!there) {
      asking.cancel();
      know(Optional.empty());
      return;
    }
    Optional<Path> chosen = inspection.background();
    say(chosen, chosen.map(p -> p.getFileName().toString()).orElse(Messages.BackgroundLine_none));
    asking.start(Messages.BackgroundLine_reading,
        p -> BackgroundRows.of(inspector, inspection, method.get(), settings, p), new Outcome<BackgroundRows>() {
          @Override
          public void done(BackgroundRows rows) {
            say(chosen, rows.text());
            know(rows.missing() ? Optional.of(NLS.bind(Messages.BackgroundLine_missing, method.get().name()))
                : Optional.empty());
          }

          @Override
          public void failed(LoupeException reason) {
            String why = NLS.bind(Messages.BackgroundLine_unfit, chosen.map(Path::getFileName).orElse(null),
                reason.getMessage());
            say(chosen, why);
            know(Optional.of(why));
          }
        });
  }

  private void say(Optional<Path> chosen, String rows) {
    link.setText(NLS.bind(chosen.isPresent() ? Messages.BackgroundLine_chosen : Messages.BackgroundLine_choose,
        rows.replace("&", "&&")));
    link.setToolTipText(rows + "\n" + Messages.BackgroundLine_tip);
    link.requestLayout();
  }

  private void know(Optional<String> other) {
    obstacle = other;
    whenKnown.run();
  }

  private void follow(String what) {
    switch (what) {
      case "this" -> whenChosen.accept(table);
      case "none" -> whenChosen.accept(Optional.empty());
      default -> {
        FileDialog dialog = new FileDialog(link.getShell(), SWT.OPEN);
        dialog.setText(Messages.BackgroundLine_title);
        table.map(Path::getParent).ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        String file = dialog.open();
        if (file != null) {
          whenChosen.accept(Optional.of(Path.of(file)));
        }
      }
    }
  }
}
