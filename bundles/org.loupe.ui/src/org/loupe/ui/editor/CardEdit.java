/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.loupe.api.card.InputCard;

/** A change of a card, and the way back. */
final class CardEdit extends AbstractOperation {
  private final CardModel model;
  private final String place;
  private final InputCard before;
  private InputCard after;

  CardEdit(CardModel model, String place, String what, InputCard before, InputCard after) {
    super(what);
    this.model = model;
    this.place = place;
    this.before = before;
    this.after = after;
  }

  boolean continuedBy(CardModel other, String at, String what) {
    return model == other && model.card().equals(after) && place.equals(at) && getLabel().equals(what);
  }

  void end(InputCard card) {
    after = card;
  }

  @Override
  public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
    return show(after);
  }

  @Override
  public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
    return show(after);
  }

  @Override
  public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
    return show(before);
  }

  private IStatus show(InputCard card) {
    model.show(card);
    return Status.OK_STATUS;
  }
}
