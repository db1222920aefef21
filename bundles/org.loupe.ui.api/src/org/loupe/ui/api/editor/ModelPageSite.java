/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.editor;

import java.util.Optional;
import org.eclipse.ui.IWorkbenchSite;
import org.loupe.core.model.ModelLease;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.Inspector;

/** What a page of the model editor works with. To be used in the UI thread, but for {@link #lease}. */
public interface ModelPageSite {
  /** The model, with the card as it is edited now. */
  InspectedModel model();

  /**
   * A lease of the model of the caller's own, to be closed by the caller; for any thread.
   *
   * @throws IllegalStateException if the editor was closed
   */
  ModelLease lease();

  /** Opens what an inspection names. */
  Inspector inspector();

  /** What the window looks at. */
  InspectionContext context();

  /** Whether the window looks at this model rather than at that of another editor. */
  default boolean inspected() {
    return context().current().model().filter(m -> m.file().equals(model().file())).isPresent();
  }

  /** Shows a line in the window's status line; empty for none. */
  void message(String text);

  /** Turns to another page of the editor and shows a layer there. @param page its id, as {@code layers} */
  void show(String page, String layer);

  /** Where the editor is, to get services and to register menus. */
  IWorkbenchSite site();

  /** What {@link #remember} was given for this file and page since the workbench was started. */
  <T> Optional<T> remembered(Class<T> type);

  /** Keeps how the user has arranged this page, until the workbench ends. */
  void remember(Object state);
}
