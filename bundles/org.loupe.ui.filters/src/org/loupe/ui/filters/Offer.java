/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.loupe.api.LoupeException;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/** What is found out in the background about a model: the method that climbs, and from which layers it can. */
final class Offer {
  private final Inspector inspector;
  private final Listener listener;
  private final Recomputation cataloguing;
  private final Recomputation differentiating;
  private InspectedModel model;
  private Method method;
  private Optional<GradientPaths> paths = Optional.empty();

  /** Hears what is found. */
  interface Listener {
    void found(Method method);

    /** Of some layers it is known now that no gradient leads from them. */
    void differentiated();

    void failed(LoupeException reason);
  }

  Offer(Control owner, Inspector inspector, Listener listener) {
    this.inspector = inspector;
    this.listener = listener;
    cataloguing = new Recomputation(owner);
    differentiating = new Recomputation(owner);
  }

  /** Begins, unless it is the same model. @return whether it is another one */
  boolean about(InspectedModel next) {
    if (next.equals(model)) {
      return false;
    }
    forget();
    model = next;
    cataloguing.start(Messages.FiltersView_cataloguing, p -> Method.of(inspector, next, p), new Outcome<Method>() {
      @Override
      public void done(Method found) {
        method = found;
        listener.found(found);
      }

      @Override
      public void failed(LoupeException reason) {
        listener.failed(reason);
      }
    });
    differentiating.start(Messages.FiltersView_differentiating, p -> GradientPaths.of(inspector, next, p),
        new Outcome<Optional<GradientPaths>>() {
          @Override
          public void done(Optional<GradientPaths> found) {
            paths = found;
            listener.differentiated();
          }

          @Override
          public void failed(LoupeException reason) {
            // what keeps it from being known keeps a climb from working, and is said then
          }
        });
    return true;
  }

  void forget() {
    cataloguing.cancel();
    differentiating.cancel();
    model = null;
    method = null;
    paths = Optional.empty();
  }

  /** The method for a layer; null while it is looked for. */
  Method of(Focus focus) {
    return method == null ? null : method.with(paths.flatMap(p -> p.gap(focus.layer())));
  }
}
