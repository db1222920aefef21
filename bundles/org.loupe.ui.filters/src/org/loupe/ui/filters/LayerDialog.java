/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.loupe.api.model.LayerInfo;

/** Asks for a layer, by a list that narrows down as one types. */
final class LayerDialog {
  private LayerDialog() {
  }

  static Optional<LayerInfo> choose(Shell shell, List<LayerInfo> layers, String present) {
    ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, new LabelProvider() {
      @Override
      public String getText(Object element) {
        LayerInfo layer = (LayerInfo) element;
        return layer.id() + "   " + layer.operator() + "   "
            + layer.output().dims().map(Object::toString).orElse("");
      }
    });
    dialog.setTitle(Messages.LayerDialog_title);
    dialog.setMessage(Messages.LayerDialog_message);
    dialog.setElements(layers.toArray());
    dialog.setInitialSelections(layers.stream().filter(l -> l.id().equals(present)).toArray());
    return dialog.open() == Window.OK ? Optional.ofNullable((LayerInfo) dialog.getFirstResult()) : Optional.empty();
  }
}
