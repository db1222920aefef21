/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.loupe.scene.HitRegion;

/** What a canvas says to those who do not see it: the scene's title, and its description or the place in focus. */
final class SceneAccess {
  private SceneAccess() {
  }

  static void install(SceneCanvas canvas) {
    canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = canvas.scene() == null ? "" : canvas.scene().title();
      }

      @Override
      public void getDescription(AccessibleEvent e) {
        e.result = canvas.focus().map(HitRegion::tooltip)
            .orElse(canvas.scene() == null ? "" : canvas.scene().description());
      }
    });
    canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
      @Override
      public void getRole(AccessibleControlEvent e) {
        e.detail = ACC.ROLE_GRAPHIC;
      }
    });
  }
}
