/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;

/** Copies what a canvas shows, as a picture. */
public final class SceneClipboard {
  private static final double SCALE = 2;

  private SceneClipboard() {
  }

  /** Copies the whole scene, twice as large as it is; does nothing if there is none. */
  public static void copy(SceneCanvas canvas) {
    if (canvas.scene() == null) {
      return;
    }
    Image image = canvas.picture(SCALE);
    Clipboard clipboard = new Clipboard(canvas.getDisplay());
    try {
      clipboard.setContents(new Object[] {image.getImageData()}, new Transfer[] {ImageTransfer.getInstance()});
    } finally {
      clipboard.dispose();
      image.dispose();
    }
  }
}
