/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/**
 * The colours of a drawing beside those of its nodes.
 *
 * @param dark whether the ground is dark
 */
public record GraphTheme(boolean dark, Color ground, Color text, Color faint, Color wire, Color border, Color group,
    Color groupAlternate, Color neutral, Color selection, Color match) {
  public static GraphTheme of(boolean dark) {
    return dark
        ? new GraphTheme(true, new Color(47, 47, 47), new Color(221, 221, 221), new Color(160, 160, 160),
            new Color(138, 138, 138), new Color(20, 20, 20), new Color(58, 58, 60), new Color(66, 66, 69),
            new Color(96, 100, 108), new Color(255, 255, 255), new Color(255, 214, 10))
        : new GraphTheme(false, new Color(255, 255, 255), new Color(32, 32, 32), new Color(96, 96, 96),
            new Color(120, 120, 120), new Color(90, 90, 90), new Color(243, 244, 246), new Color(233, 235, 239),
            new Color(205, 210, 218), new Color(0, 0, 0), new Color(214, 0, 110));
  }

  /** Black or white, whichever has more contrast with a colour by WCAG 2.2. */
  public static Color textOn(RGB ground) {
    double luminance = 0.2126 * linear(ground.red) + 0.7152 * linear(ground.green) + 0.0722 * linear(ground.blue);
    // (L + 0.05) / 0.05 against 1.05 / (L + 0.05)
    return (luminance + 0.05) * (luminance + 0.05) >= 0.05 * 1.05 ? new Color(0, 0, 0) : new Color(255, 255, 255);
  }

  private static double linear(int component) {
    double c = component / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
