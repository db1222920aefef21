/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.costs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Widget;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.Costs;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.core.model.ModelLease;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/** What the layers of a model cost, found out once in a job for all who ask. Confined to the UI thread. */
public final class ModelCosts {
  private final ModelLease lease;
  private final Recomputation asking;
  private final List<Consumer<ModelCosts>> listeners = new ArrayList<>();
  private List<LayerCost> costs = List.of();
  private Optional<String> problem = Optional.empty();
  private boolean known;
  private boolean started;

  /** @param owner when it is disposed, nothing is told any more */
  public ModelCosts(ModelLease lease, Widget owner) {
    this.lease = lease;
    this.asking = new Recomputation(owner);
  }

  /** Whether it has been found out, or cannot be. */
  public boolean known() {
    return known;
  }

  /** An entry for each layer, in the model's order; empty as long as nothing is known. */
  public List<LayerCost> costs() {
    return costs;
  }

  /** Why nothing is known, in one line. */
  public Optional<String> problem() {
    return problem;
  }

  /** Is told once when it is known; who asks first has it found out. */
  public void ask(Consumer<ModelCosts> listener) {
    if (known) {
      listener.accept(this);
      return;
    }
    listeners.add(listener);
    if (!started) {
      started = true;
      start();
    }
  }

  private void start() {
    asking.start(Messages.ModelCosts_job, progress -> compute(lease, progress), new Outcome<List<LayerCost>>() {
      @Override
      public void done(List<LayerCost> value) {
        costs = value;
        tell();
      }

      @Override
      public void failed(LoupeException reason) {
        problem = Optional.of(reason.getMessage());
        tell();
      }

      @Override
      public void cancelled() {
        problem = Optional.of(Messages.ModelCosts_cancelled);
        tell();
      }
    });
  }

  private static List<LayerCost> compute(ModelLease lease, Progress progress) throws LoupeException {
    try (ModelLease own = lease.share()) {
      Costs facet = own.facet(Costs.class)
          .orElseThrow(() -> LoupeException.notApplicable(Messages.ModelCosts_none));
      return facet.costs(Map.of(), progress);
    } catch (IllegalStateException e) {
      // The editor was closed meanwhile, and its lease with it.
      throw (CancellationException) new CancellationException().initCause(e);
    }
  }

  private void tell() {
    known = true;
    List<Consumer<ModelCosts>> all = List.copyOf(listeners);
    listeners.clear();
    all.forEach(l -> l.accept(this));
  }
}
