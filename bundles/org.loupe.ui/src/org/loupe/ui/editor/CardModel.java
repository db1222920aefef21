/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;

/** The input card in an editor: what it is, what is saved, and the way back. Confined to the UI thread. */
final class CardModel {
  private final IOperationHistory history;
  private final IUndoContext undo;
  private final List<Runnable> listeners = new ArrayList<>();
  private InputCard card;
  private InputCard saved;

  /** @param saved what the file holds; another card than {@code card} if there is no file yet */
  CardModel(InputCard card, InputCard saved, IOperationHistory history, IUndoContext undo) {
    this.card = card;
    this.saved = saved;
    this.history = history;
    this.undo = undo;
  }

  InputCard card() {
    return card;
  }

  boolean dirty() {
    return !card.equals(saved);
  }

  void saved(InputCard written) {
    saved = written;
    tell();
  }

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  void entry(String input, InputEntry entry, String what) {
    Map<String, InputEntry> inputs = new LinkedHashMap<>(card.inputs());
    inputs.put(input, entry);
    edit(new InputCard(inputs, card.labels()), input, what);
  }

  void labels(String output, List<String> labels, String what) {
    Map<String, List<String>> all = new LinkedHashMap<>(card.labels());
    if (labels.isEmpty()) {
      all.remove(output);
    } else {
      all.put(output, labels);
    }
    edit(new InputCard(card.inputs(), all), output, what);
  }

  /** Puts another card in place of this one. */
  void replace(InputCard other, String what) {
    edit(other, "", what);
  }

  /** Sets the card without a way to undo it; for {@link CardEdit}. */
  void show(InputCard other) {
    card = other;
    tell();
  }

  /** @param place edits of one place that follow each other are undone together, as the letters of a word are */
  private void edit(InputCard next, String place, String what) {
    if (next.equals(card)) {
      return;
    }
    IUndoableOperation last = history.getUndoOperation(undo);
    if (last instanceof CardEdit edit && edit.continuedBy(this, place, what)) {
      edit.end(next);
      show(next);
      return;
    }
    CardEdit edit = new CardEdit(this, place, what, card, next);
    edit.addContext(undo);
    show(next);
    history.add(edit);
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
