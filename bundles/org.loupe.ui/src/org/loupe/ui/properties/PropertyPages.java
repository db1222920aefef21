/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.properties;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.Inspector;

/** Gives the editor and the views that follow what the window looks at one page in the Properties view. */
public final class PropertyPages implements IAdapterFactory {
  @Override
  public <T> T getAdapter(Object part, Class<T> type) {
    if (type == IPropertySheetPage.class && part instanceof IWorkbenchPart p) {
      return type.cast(new LayerPropertyPage(p.getSite().getService(InspectionContext.class),
          p.getSite().getService(Inspector.class)));
    }
    return null;
  }

  @Override
  public Class<?>[] getAdapterList() {
    return new Class<?>[] {IPropertySheetPage.class};
  }
}
