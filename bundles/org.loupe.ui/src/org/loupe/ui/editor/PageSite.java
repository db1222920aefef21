/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.Optional;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchSite;
import org.loupe.core.model.ModelLease;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.editor.ModelPageSite;

/** What a contributed page gets of the editor. */
final class PageSite implements ModelPageSite {
  private final ModelEditor editor;
  private final LoadedModel loaded;
  private final String page;

  PageSite(ModelEditor editor, LoadedModel loaded, String page) {
    this.editor = editor;
    this.loaded = loaded;
    this.page = page;
  }

  @Override
  public InspectedModel model() {
    return new InspectedModel(loaded.lease().file(), loaded.description(), editor.card().card());
  }

  @Override
  public ModelLease lease() {
    return loaded.lease().share();
  }

  @Override
  public Inspector inspector() {
    return editor.inspector();
  }

  @Override
  public InspectionContext context() {
    return editor.context();
  }

  @Override
  public void message(String text) {
    ((IEditorSite) editor.getSite()).getActionBars().getStatusLineManager().setMessage(text);
  }

  @Override
  public void show(String other, String layer) {
    context().update(i -> i.withLayer(layer));
    if (editor.setActivePage(other) instanceof ContributedPage contributed) {
      contributed.reveal(layer);
    }
  }

  @Override
  public IWorkbenchSite site() {
    return editor.getSite();
  }

  @Override
  public <T> Optional<T> remembered(Class<T> type) {
    return editor.getSite().getService(PageMemory.class).get(loaded.lease().file(), page, type);
  }

  @Override
  public void remember(Object state) {
    editor.getSite().getService(PageMemory.class).put(loaded.lease().file(), page, state);
  }
}
