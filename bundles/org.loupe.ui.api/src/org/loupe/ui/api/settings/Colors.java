/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.widgets.Control;

/** Colours of the theme. */
final class Colors {
  private Colors() {
  }

  static void error(Control control) {
    control.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR));
  }
}
