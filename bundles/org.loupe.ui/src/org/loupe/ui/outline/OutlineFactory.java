/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.outline;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.loupe.ui.editor.ModelEditor;

/** Gives the Outline view the modules and layers of the model that an editor shows. */
public final class OutlineFactory implements IAdapterFactory {
  @Override
  public <T> T getAdapter(Object editor, Class<T> type) {
    return editor instanceof ModelEditor e && type == IContentOutlinePage.class ? type.cast(new ModelOutline(e)) : null;
  }

  @Override
  public Class<?>[] getAdapterList() {
    return new Class<?>[] {IContentOutlinePage.class};
  }
}
