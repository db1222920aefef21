/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks where a result is to be written; the ending decides as what. */
public final class ResultExport {
  private static final String[] ENDINGS = {"*.png", "*.svg", "*.html", "*.xai", "*.npy", "*.json", "*.csv"};

  private ResultExport() {
  }

  /** @param name proposed name without ending */
  public static void ask(Shell shell, String name, Consumer<Path> then) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText(Messages.ResultExport_title);
    dialog.setFilterExtensions(ENDINGS);
    dialog.setFilterNames(new String[] {Messages.ResultExport_png, Messages.ResultExport_svg,
        Messages.ResultExport_html,
        Messages.ResultExport_xai, Messages.ResultExport_npy, Messages.ResultExport_json, Messages.ResultExport_csv});
    dialog.setFileName(name.replaceAll("[^A-Za-z0-9._-]+", "-") + ".png");
    dialog.setOverwrite(true);
    String file = dialog.open();
    if (file != null) {
      String ending = ENDINGS[Math.max(0, dialog.getFilterIndex())].substring(1);
      boolean hasEnding = file.lastIndexOf('.') > file.lastIndexOf(java.io.File.separatorChar);
      then.accept(Path.of(hasEnding ? file : file + ending));
    }
  }
}
