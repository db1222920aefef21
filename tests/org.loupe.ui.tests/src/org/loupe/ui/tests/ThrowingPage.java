/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.loupe.ui.api.context.InspectionListener;
import org.loupe.ui.api.editor.ModelPage;
import org.loupe.ui.api.editor.ModelPageSite;

/** A page of the editor with one method that throws: the one named after the colon of its registration. */
public final class ThrowingPage implements ModelPage, IExecutableExtension {
  /** Its site of the page that was made last. */
  static ModelPageSite site;
  /** How many of them are still listening to the window. */
  static int listening;

  private final InspectionListener listener = (before, now) -> {
    // only counted
  };
  private String method = "";

  @Override
  public void setInitializationData(IConfigurationElement config, String propertyName, Object data) {
    method = (String) data;
  }

  private void reach(String name) {
    if (name.equals(method)) {
      throw new IllegalStateException("thrown in " + name);
    }
  }

  @Override
  public void create(Composite parent, ModelPageSite pageSite) {
    site = pageSite;
    pageSite.context().addListener(listener);
    listening++;
    new Label(parent, SWT.NONE).setText("made");
    if (method.equals("link")) {
      throw new NoClassDefFoundError("vendor/Missing");
    }
    reach("create");
  }

  @Override
  public void setFocus() {
    reach("focus");
  }

  @Override
  public void reveal(String layer) {
    reach("reveal");
  }

  @Override
  public void dispose() {
    site.context().removeListener(listener);
    listening--;
    reach("dispose");
  }
}
