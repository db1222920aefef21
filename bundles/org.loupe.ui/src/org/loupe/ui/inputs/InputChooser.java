/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.inputs;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPartSite;

/** Asks for a file to feed to the model. */
public final class InputChooser {
  private static final String PICTURES = "*.png;*.jpg;*.jpeg;*.bmp;*.tif;*.tiff;*.PNG;*.JPG;*.JPEG;*.BMP;*.TIF;*.TIFF";
  private static final String TABLES = "*.csv;*.tsv;*.txt;*.libsvm;*.svm;*.CSV;*.TSV;*.TXT";

  private InputChooser() {
  }

  public static void choose(IWorkbenchPartSite site) {
    FileDialog dialog = new FileDialog(site.getShell(), SWT.OPEN);
    dialog.setText(Messages.InputChooser_title);
    dialog.setFilterExtensions(new String[] {PICTURES, TABLES, "*.npy", "*"});
    dialog.setFilterNames(new String[] {Messages.InputChooser_pictures, Messages.InputChooser_tables,
        Messages.InputChooser_tensors, Messages.InputChooser_all});
    site.getService(RecentInputs.class).files().stream().findFirst().map(Path::getParent)
        .ifPresent(folder -> dialog.setFilterPath(folder.toString()));
    String file = dialog.open();
    if (file != null) {
      Inputs.use(site, Path.of(file));
    }
  }
}
