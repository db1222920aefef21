/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.editor;

import org.eclipse.swt.widgets.Composite;

/**
 * A page that a bundle adds to the model editor. One is made for each model that is open, when it is first looked at;
 * when the file has changed on disk, another one is made for it. All methods are called in the UI thread, so nothing
 * slow may be done in them. A page that throws is taken away, and a sentence that names its bundle stands in its place.
 */
public interface ModelPage {
  /** Makes the content. @param parent has a {@code FillLayout} and the style of the editor's pages */
  void create(Composite parent, ModelPageSite site);

  /** Gives the keyboard to the content. */
  void setFocus();

  /** Brings a layer into sight, as when another page asks for it. */
  void reveal(String layer);

  /** The editor is closed or opens the file anew; the widgets go by themselves. */
  default void dispose() {
  }
}
