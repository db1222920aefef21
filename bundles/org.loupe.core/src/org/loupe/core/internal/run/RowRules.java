/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.function.Consumer;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.Target;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.ExplainerEntry.Background;
import org.loupe.core.run.RunRequest;

/** Whether a method takes as many rows and the background that it is given. */
record RowRules(ExplainerEntry entry, RunRequest request) {

  /** @throws LoupeException USAGE saying what to give instead */
  void check() throws LoupeException {
    int items = request.subject().items();
    if (items > 1 && !entry.takesRows()) {
      throw LoupeException.usage(entry.id() + " explains one row at a time, not " + items + "; name one, as "
          + plain(request.subject().name()) + "#1");
    }
    if (request.background().isEmpty()) {
      if (entry.background() == Background.REQUIRED) {
        throw LoupeException.usage(entry.id() + " compares with other rows; give them with --background FILE");
      }
      return;
    }
    Subject.Single background = request.background().get();
    if (entry.background() == Background.NONE) {
      throw LoupeException.usage(entry.id() + " compares with nothing; leave --background out");
    }
    if (!background.inputs().keySet().equals(request.subject().inputs().keySet())) {
      throw LoupeException.badInput("background " + background.name() + " has the inputs "
          + background.inputs().keySet() + ", not " + request.subject().inputs().keySet());
    }
  }

  /** Says which of several classes was chosen for several rows. */
  static void tellTarget(RunRequest request, ResolvedTarget target, Consumer<String> notes) {
    if (request.target().target() instanceof Target.TopClass) {
      notes.accept("No target was named; explained is " + target.text() + ", which has the highest mean score of "
          + request.subject().items() + " rows.");
    }
  }

  private static String plain(String name) {
    int hash = name.lastIndexOf('#');
    return hash > 0 ? name.substring(0, hash) : name;
  }
}
