/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.loupe.scene.Theme;
import org.loupe.scene.ThemeRole;

/** The theme of a scene that goes with a widget's colours, whatever theme of the workbench gave it those. */
public final class SceneThemes {
  private SceneThemes() {
  }

  /** The control's own ground and text colour; the other roles as they are on a light or a dark ground. */
  public static Theme of(Control control) {
    Color ground = control.getBackground();
    boolean dark = isDark(ground);
    Theme base = dark ? Theme.DARK : Theme.LIGHT;
    Map<ThemeRole, Integer> colors = new EnumMap<>(base.colors());
    colors.put(ThemeRole.BACKGROUND, argb(ground));
    if (isDark(control.getForeground()) != dark) {
      colors.put(ThemeRole.FOREGROUND, argb(control.getForeground()));
    }
    return new Theme(base.id(), dark, colors);
  }

  /**
   * Has something told whenever the ground of a canvas has turned from light to dark or back, for what has colours of
   * its own. A theme of the workbench sets colours and tells nobody, but every canvas in sight is painted after it.
   */
  public static void onSwitch(Canvas canvas, Runnable told) {
    boolean[] dark = {isDark(canvas.getBackground())};
    canvas.addListener(SWT.Paint, e -> {
      boolean now = isDark(canvas.getBackground());
      if (now != dark[0]) {
        dark[0] = now;
        // not while it is painted
        canvas.getDisplay().asyncExec(() -> {
          if (!canvas.isDisposed()) {
            told.run();
          }
        });
      }
    });
  }

  public static boolean isDark(Color ground) {
    RGB rgb = ground.getRGB();
    // luma of ITU-R BT.601
    return 0.299 * rgb.red + 0.587 * rgb.green + 0.114 * rgb.blue < 128;
  }

  private static int argb(Color c) {
    return 0xff000000 | c.getRed() << 16 | c.getGreen() << 8 | c.getBlue();
  }
}
