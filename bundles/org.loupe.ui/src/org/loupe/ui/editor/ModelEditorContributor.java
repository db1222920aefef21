/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.operations.RedoActionHandler;
import org.eclipse.ui.operations.UndoActionHandler;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;

/** Undo and redo of card edits in the workbench's own menu. */
public final class ModelEditorContributor extends MultiPageEditorActionBarContributor {
  private UndoActionHandler undo;
  private RedoActionHandler redo;

  @Override
  public void setActiveEditor(IEditorPart part) {
    super.setActiveEditor(part);
    release();
    if (part instanceof ModelEditor editor) {
      undo = new UndoActionHandler(editor.getSite(), editor.undoContext());
      redo = new RedoActionHandler(editor.getSite(), editor.undoContext());
      IActionBars bars = getActionBars();
      bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
      bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
      bars.updateActionBars();
    }
  }

  @Override
  public void setActivePage(IEditorPart page) {
    // every page has the same actions
  }

  private void release() {
    if (undo != null) {
      undo.dispose();
      redo.dispose();
      undo = null;
      redo = null;
    }
  }

  @Override
  public void dispose() {
    release();
    super.dispose();
  }
}
