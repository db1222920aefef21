/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.inputs;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPartSite;
import org.loupe.api.card.InputCard;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.Inspector;

/** Asks for a file to feed to the model. */
public final class InputChooser {
  private InputChooser() {
  }

  public static void choose(IWorkbenchPartSite site) {
    FileDialog dialog = new FileDialog(site.getShell(), SWT.OPEN);
    dialog.setText(Messages.InputChooser_title);
    InputKinds kinds = InputKinds.of(site.getService(Inspector.class),
        site.getService(InspectionContext.class).current().model().map(InspectedModel::card).orElse(InputCard.EMPTY));
    dialog.setFilterExtensions(Stream.concat(kinds.filters().stream(), Stream.of("*")).toArray(String[]::new));
    dialog.setFilterNames(Stream.concat(kinds.filterNames().stream(), Stream.of(Messages.InputChooser_all))
        .toArray(String[]::new));
    site.getService(RecentInputs.class).files().stream().findFirst().map(Path::getParent)
        .ifPresent(folder -> dialog.setFilterPath(folder.toString()));
    String file = dialog.open();
    if (file != null) {
      Inputs.use(site, Path.of(file));
    }
  }
}
