/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Widget;

/** Pictures of what a test has seen, kept for people. */
final class Screenshots {
  private Screenshots() {
  }

  /** Takes a picture of a control, and keeps it where the build says, if it says so. */
  static ImageData take(Control control, String name) {
    Await.idle();
    Rectangle bounds = control.getBounds();
    paint(control, bounds);
    Image image = new Image(control.getDisplay(), Math.max(1, bounds.width), Math.max(1, bounds.height));
    GC gc = new GC(control);
    gc.copyArea(image, 0, 0);
    gc.dispose();
    ImageData data = image.getImageData();
    image.dispose();
    String folder = System.getProperty("loupe.screenshots");
    if (folder != null) {
      keep(data, Path.of(folder), name);
    }
    return data;
  }

  /** Has it painted with all in it. GTK paints when its next frame is due, some time after it was asked to. */
  private static void paint(Control control, Rectangle bounds) {
    boolean[] painted = new boolean[1];
    Listener painting = e -> painted[0] |= control == e.widget || inside(e.widget, control);
    control.getDisplay().addFilter(SWT.Paint, painting);
    try {
      control.redraw(0, 0, bounds.width, bounds.height, true);
      control.update();
      if (control.isVisible()) {
        Await.until("it is painted", () -> painted[0]);
      }
    } finally {
      control.getDisplay().removeFilter(SWT.Paint, painting);
    }
    Await.idle();
  }

  private static boolean inside(Widget widget, Control parent) {
    Control at = widget instanceof Control c ? c : null;
    while (at != null && at != parent) {
      at = at.getParent();
    }
    return at == parent;
  }

  private static void keep(ImageData data, Path folder, String name) {
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {data};
    try {
      Files.createDirectories(folder);
      try (var out = Files.newOutputStream(folder.resolve(name + ".png"))) {
        loader.save(out, SWT.IMAGE_PNG);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** How many different colours there are, up to a limit. */
  static long colors(ImageData data, int most) {
    var seen = new java.util.HashSet<Integer>();
    for (int y = 0; y < data.height && seen.size() < most; y++) {
      for (int x = 0; x < data.width; x++) {
        seen.add(data.getPixel(x, y));
      }
    }
    return seen.size();
  }
}
