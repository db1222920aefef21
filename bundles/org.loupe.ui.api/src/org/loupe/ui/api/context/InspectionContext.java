/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.context;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.loupe.scene.Selection;

/**
 * What one workbench window looks at. A part gets it by {@code getSite().getService(InspectionContext.class)}, changes
 * it and follows it. Confined to the UI thread.
 */
public final class InspectionContext {
  private final CopyOnWriteArrayList<InspectionListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<Path, Inspection> remembered = new HashMap<>();
  private final CopyOnWriteArrayList<Consumer<Selection>> pickers = new CopyOnWriteArrayList<>();
  private Inspection current = Inspection.NOTHING;
  private Inspection told = Inspection.NOTHING;
  private boolean telling;

  public Inspection current() {
    return current;
  }

  /**
   * Changes what is looked at; listeners hear of it if it is different. A change that a listener makes is told after
   * the one at hand was told to all, so that all hear the same in the same order.
   */
  public void update(UnaryOperator<Inspection> change) {
    if (Display.getCurrent() == null) {
      throw new SWTException(SWT.ERROR_THREAD_INVALID_ACCESS);
    }
    Inspection before = current;
    current = change.apply(before);
    before.model().ifPresent(m -> remembered.put(m.file(), before));
    if (!telling) {
      telling = true;
      try {
        tell();
      } finally {
        telling = false;
      }
    }
  }

  private void tell() {
    while (!current.equals(told)) {
      Inspection before = told;
      Inspection now = current;
      told = now;
      listeners.forEach(listener -> listener.inspectionChanged(before, now));
    }
  }

  /** Looks at a model, with the input, target and layer that it was last looked at with. */
  public void show(InspectedModel model) {
    update(now -> {
      if (now.model().isPresent() && now.model().get().file().equals(model.file())) {
        return now.withCardOf(model);
      }
      Inspection last = remembered.get(model.file());
      return last == null ? now.withModel(model) : last.withCardOf(model).withMethod(now.method());
    });
  }

  /** Forgets a model that was closed. */
  public void close(Path file) {
    update(now -> now.model().filter(m -> m.file().equals(file)).isPresent()
        ? Inspection.NOTHING.withMethod(now.method()) : now);
  }

  /**
   * Tells what the user has clicked in a picture, a row or a feature, and the row that a table shows as selected, by
   * its name. Who shows the same thing selects or marks it.
   */
  public void pick(Selection selection) {
    pickers.forEach(p -> p.accept(selection));
  }

  public void addPickListener(Consumer<Selection> listener) {
    pickers.addIfAbsent(listener);
  }

  public void removePickListener(Consumer<Selection> listener) {
    pickers.remove(listener);
  }

  public void addListener(InspectionListener listener) {
    listeners.addIfAbsent(listener);
  }

  public void removeListener(InspectionListener listener) {
    listeners.remove(listener);
  }
}
