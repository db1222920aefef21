/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Styles;
import org.loupe.ui.api.canvas.SceneCanvas;

/** Texts of scenes that were laid out with letters of other widths than those of the screen. */
class SceneTextTest {
  private static final int SIDE = 300;
  private static final int TOP = 100;

  /** Columns with ink in the upper half of capital letters, where an ellipsis has none: the first and the last. */
  private static int[] ink(double limit) {
    Display display = PlatformUI.getWorkbench().getDisplay();
    Shell shell = new Shell(display, SWT.NO_TRIM);
    try {
      SceneCanvas canvas = new SceneCanvas(shell, SWT.NONE);
      canvas.setSize(SIDE, SIDE);
      TextItem text = TextItem.of("HHHHHHHHHHHHHHHH", 10, TOP, Styles.BODY).align(Anchor.START, Baseline.TOP)
          .limit(limit);
      canvas.setScene(new Scene(SIDE, SIDE, SceneColor.of(ThemeRole.BACKGROUND), "", "", List.of(text)));
      canvas.fit();
      Image picture = canvas.picture(1);
      ImageData data = picture.getImageData();
      picture.dispose();
      int first = SIDE;
      int last = -1;
      for (int x = 0; x < data.width; x++) {
        for (int y = TOP; y < TOP + 8; y++) {
          RGB at = data.palette.getRGB(data.getPixel(x, y));
          if (at.red + at.green + at.blue < 3 * 128) {
            first = Math.min(first, x);
            last = Math.max(last, x);
          }
        }
      }
      return new int[] {first, last};
    } finally {
      shell.dispose();
    }
  }

  @Test
  void whatIsALittleTooLongIsMadeNarrower() {
    int[] whole = ink(Double.POSITIVE_INFINITY);
    double width = whole[1] - whole[0] + 1;
    assertTrue(width > 80, "there is a text of " + width);
    for (double part : new double[] {0.98, 0.93, 0.89}) {
      int[] narrow = ink(width * part);
      double found = narrow[1] - narrow[0] + 1;
      assertTrue(Math.abs(found - width * part) <= 4, found + " of " + width + " for " + part);
    }
    int[] cut = ink(width * 0.6);
    assertFalse(cut[1] - cut[0] + 1 > width * 0.58, "an ellipsis ends what is much too long");
  }
}
