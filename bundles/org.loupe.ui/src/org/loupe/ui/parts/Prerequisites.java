/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.parts;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPartSite;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.editor.ModelEditor;
import org.loupe.ui.inputs.InputChooser;
import org.loupe.ui.inputs.InputKinds;
import org.loupe.ui.inputs.Inputs;
import org.loupe.ui.inputs.ModelFiles;

/** What is still missing before something can be computed, said alike by all views. */
public final class Prerequisites {
  private Prerequisites() {
  }

  /** What is missing for what is computed from a model and an input. */
  public static Optional<EmptyMessage> missing(Inspection inspection, IWorkbenchPartSite site) {
    return missing(inspection, true, site);
  }

  /** @param input whether an input is needed as well as a model */
  public static Optional<EmptyMessage> missing(Inspection inspection, boolean input, IWorkbenchPartSite site) {
    if (inspection.model().isEmpty()) {
      return Optional.of(EmptyMessage.info(Messages.Prerequisites_noModel, Messages.Prerequisites_noModelText,
          new EmptyMessage.Action(Messages.Prerequisites_openModel, () -> openModel(site))));
    }
    if (input && inspection.input().isEmpty()) {
      InputKinds kinds = InputKinds.of(site.getService(Inspector.class), inspection.model().get().card());
      return Optional.of(EmptyMessage.info(Messages.Prerequisites_noInput,
          NLS.bind(Messages.Prerequisites_noInputText, kinds.words()),
          new EmptyMessage.Action(Messages.Prerequisites_chooseInput, () -> InputChooser.choose(site))));
    }
    return Optional.empty();
  }

  /** Leads to where an input that does not fit can be made to fit. */
  public static EmptyMessage.Action showCard(IWorkbenchPartSite site) {
    return new EmptyMessage.Action(Messages.Prerequisites_showCard, () -> {
      if (site.getPage().getActiveEditor() instanceof ModelEditor editor) {
        editor.showInputs();
        site.getPage().activate(editor);
      }
    });
  }

  private static void openModel(IWorkbenchPartSite site) {
    FileDialog dialog = new FileDialog(site.getShell(), SWT.OPEN);
    dialog.setText(Messages.Prerequisites_openModelTitle);
    String models = String.join(";", ModelFiles.endings(site.getService(Inspector.class)).stream().map(e -> "*." + e)
        .toList());
    dialog.setFilterExtensions(models.isEmpty() ? new String[] {"*"} : new String[] {models, "*"});
    String file = dialog.open();
    if (file != null) {
      Inputs.open(site.getPage(), Path.of(file));
    }
  }
}
