/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.swt.widgets.Shell;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;

/** Writes the card of an editor; the UI stays alive while the disk is slow. */
final class CardSaver {
  private CardSaver() {
  }

  static void save(ModelEditor editor, LoadedModel model, IProgressMonitor monitor) {
    InputCard card = editor.card().card();
    Shell shell = editor.getSite().getShell();
    IRunnableWithProgress write = m -> write(editor, model, card, m);
    try {
      ModalContext.run(write, true, monitor, shell.getDisplay());
      editor.card().saved(card);
    } catch (InvocationTargetException e) {
      monitor.setCanceled(true);
      MessageDialog.openError(shell, Messages.CardSaver_title, e.getCause().getMessage());
    } catch (InterruptedException e) {
      monitor.setCanceled(true);
    }
  }

  private static void write(ModelEditor editor, LoadedModel model, InputCard card, IProgressMonitor monitor)
      throws InvocationTargetException {
    try {
      editor.inspector().loupe().cards().write(card, model.cardFile());
      IFile resource = EditorFiles.resource(model.cardFile()).orElse(null);
      if (resource != null) {
        resource.refreshLocal(IResource.DEPTH_ZERO, monitor);
      }
    } catch (LoupeException | CoreException e) {
      throw new InvocationTargetException(e);
    }
  }
}
