/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.loupe.api.model.LayerInfo;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.InspectionContext;

/** Selects a layer by a part of its name. */
public final class FindLayerHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    InspectionContext context = window.getService(InspectionContext.class);
    Shell shell = window.getShell();
    if (context.current().model().isEmpty()) {
      MessageDialog.openInformation(shell, Messages.FindLayerHandler_title, Messages.FindLayerHandler_noModel);
      return null;
    }
    InspectedModel model = context.current().model().get();
    List<LayerInfo> layers = model.description().layers();
    ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, LabelProvider.createTextProvider(
        e -> ((LayerInfo) e).id() + " - " + ((LayerInfo) e).operator()));
    dialog.setTitle(Messages.FindLayerHandler_title);
    dialog.setMessage(Messages.FindLayerHandler_message);
    dialog.setElements(layers.toArray());
    dialog.setFilter("*");
    dialog.open();
    if (dialog.getFirstResult() instanceof LayerInfo layer) {
      context.update(i -> i.withLayer(layer.id()));
      if (window.getActivePage().getActiveEditor() instanceof ModelEditor editor) {
        editor.setActivePage(LayersPage.ID);
      }
    }
    return null;
  }
}
