/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.osgi.service.event.EventHandler;

/** Gives the pages of the editor the style that the theme has for them. */
final class PageStyle {
  private static final String CLASS_NAME = "org.eclipse.e4.ui.css.CssClassName";

  private PageStyle() {
  }

  /**
   * To be called when a page was made. Form widgets set their own colours while they are made and when the theme
   * changes, so the style is applied after that.
   */
  static void install(Composite page, FormToolkit toolkit) {
    page.setData(CLASS_NAME, "loupe-form");
    apply(page, toolkit);
    IEventBroker broker = PlatformUI.getWorkbench().getService(IEventBroker.class);
    EventHandler handler = event -> apply(page, toolkit);
    broker.subscribe(IThemeEngine.Events.THEME_CHANGED, handler);
    page.addDisposeListener(e -> broker.unsubscribe(handler));
  }

  private static void apply(Composite page, FormToolkit toolkit) {
    IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
    page.getDisplay().asyncExec(() -> {
      if (!page.isDisposed()) {
        toolkit.getHyperlinkGroup().setForeground(JFaceColors.getHyperlinkText(page.getDisplay()));
        toolkit.getHyperlinkGroup().setActiveForeground(JFaceColors.getActiveHyperlinkText(page.getDisplay()));
        engine.applyStyles(page, true);
      }
    });
  }
}
