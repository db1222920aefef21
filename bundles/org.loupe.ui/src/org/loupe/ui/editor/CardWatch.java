/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.problems.ModelProblems;
import org.loupe.ui.problems.Problem;
import org.loupe.ui.problems.ProblemKind;

/** Checks the card after each change, outside the UI thread; one that fits goes on to the inspection context. */
final class CardWatch {
  private static final int PAUSE = 200;

  private final ModelEditor editor;
  private final LoadedModel model;
  private final Recomputation checking;
  private final List<Consumer<List<String>>> listeners = new ArrayList<>();
  private List<String> problems = List.of();

  CardWatch(ModelEditor editor, LoadedModel model) {
    this.editor = editor;
    this.model = model;
    this.checking = new Recomputation(editor.getSite().getShell());
    editor.card().onChange(() -> check(PAUSE));
    check(0);
  }

  /** What does not fit, a line each. */
  List<String> problems() {
    return problems;
  }

  void onProblems(Consumer<List<String>> listener) {
    listeners.add(listener);
    listener.accept(problems);
  }

  private void check(int pause) {
    InputCard card = editor.card().card();
    checking.start(Messages.CardWatch_job, pause, p -> editor.inspector().loupe().cards()
        .check(card, model.description()),
        new Outcome<List<String>>() {
          @Override
          public void done(List<String> found) {
            checked(found);
          }

          @Override
          public void failed(LoupeException reason) {
            checked(List.of(reason.getMessage()));
          }
        });
  }

  private void checked(List<String> found) {
    if (editor.loaded().filter(m -> m == model).isEmpty()) {
      return;
    }
    problems = new ArrayList<>(found);
    model.cardProblem().filter(p -> !editor.card().dirty()).ifPresent(p -> problems.add(0, p));
    listeners.forEach(l -> l.accept(problems));
    if (!editor.card().dirty()) {
      ModelProblems.show(model.cardFile(), ProblemKind.CARD, problems.stream().map(Problem::of).toList());
    }
    if (found.isEmpty()) {
      editor.publish();
    }
  }
}
