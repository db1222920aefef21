/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.loupe.ui.api.internal.Messages;

/** The context menu of a canvas: copy, save, zoom. */
final class SceneMenu {
  private static final double ZOOM_STEP = 1.25;

  private SceneMenu() {
  }

  static void install(SceneCanvas canvas) {
    Menu menu = new Menu(canvas);
    item(menu, Messages.SceneMenu_copy, canvas, c -> SceneClipboard.copy(c));
    item(menu, Messages.SceneMenu_save, canvas, SceneMenu::save);
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, Messages.SceneMenu_zoomIn, canvas, c -> c.zoom(ZOOM_STEP));
    item(menu, Messages.SceneMenu_zoomOut, canvas, c -> c.zoom(1 / ZOOM_STEP));
    item(menu, Messages.SceneMenu_fit, canvas, SceneCanvas::fit);
    canvas.setMenu(menu);
    menu.addListener(SWT.Show, e -> {
      for (MenuItem item : menu.getItems()) {
        item.setEnabled(canvas.scene() != null);
      }
    });
  }

  private static void item(Menu menu, String text, SceneCanvas canvas, Consumer<SceneCanvas> action) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text);
    item.addListener(SWT.Selection, e -> action.accept(canvas));
  }

  private static void save(SceneCanvas canvas) {
    FileDialog dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
    dialog.setFilterExtensions(new String[] {"*.png", "*.svg", "*.html"});
    dialog.setFilterNames(new String[] {Messages.SceneMenu_png, Messages.SceneMenu_svg, Messages.SceneMenu_html});
    dialog.setOverwrite(true);
    String file = dialog.open();
    if (file != null) {
      new SceneSaveJob(canvas.scene(), canvas.theme(), Path.of(file)).schedule();
    }
  }
}
