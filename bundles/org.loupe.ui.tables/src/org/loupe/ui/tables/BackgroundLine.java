/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Link;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.ExplainerEntry.Background;
import org.loupe.ui.api.context.Inspection;

/** Which table a method compares with; there for methods that compare. */
final class BackgroundLine {
  private final Link link;
  private final Consumer<Optional<Path>> whenChosen;
  private Optional<Path> table = Optional.empty();

  /** @param whenChosen is told of another table, or of none */
  BackgroundLine(Composite parent, Consumer<Optional<Path>> whenChosen) {
    this.whenChosen = whenChosen;
    link = new Link(parent, SWT.NONE);
    link.setToolTipText(Messages.BackgroundLine_tip);
    link.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    link.addListener(SWT.Selection, e -> follow(e.text));
  }

  void show(Optional<ExplainerEntry> method, Inspection inspection) {
    Background need = method.map(ExplainerEntry::background).orElse(Background.NONE);
    table = inspection.input().map(i -> i.first());
    String name = inspection.background().map(p -> p.getFileName().toString().replace("&", "&&"))
        .orElse(need == Background.REQUIRED ? Messages.BackgroundLine_needed : Messages.BackgroundLine_none);
    link.setText(NLS.bind(inspection.background().isPresent() ? Messages.BackgroundLine_chosen
        : Messages.BackgroundLine_choose, name));
    boolean there = need != Background.NONE;
    ((GridData) link.getLayoutData()).exclude = !there;
    link.setVisible(there);
    link.requestLayout();
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
