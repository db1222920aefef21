/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.prediction;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchPartSite;
import org.loupe.api.subject.Picture;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.ThemeRole;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.inputs.InputChooser;
import org.loupe.ui.inputs.Inputs;
import org.loupe.ui.inputs.PastedPictures;
import org.loupe.ui.inputs.RecentInputs;

/** The input in small, its name, and the ways to another one. */
final class InputLine {
  private static final int THUMBNAIL = 64;

  private final IWorkbenchPartSite site;
  private final SceneCanvas thumbnail;
  private final Label name;
  private final Link links;

  InputLine(Composite parent, IWorkbenchPartSite site) {
    this.site = site;
    Composite line = new Composite(parent, SWT.NONE);
    line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    GridLayout grid = new GridLayout(2, false);
    grid.marginWidth = 0;
    grid.marginHeight = 0;
    line.setLayout(grid);
    thumbnail = new SceneCanvas(line, SWT.NO_FOCUS);
    GridData data = new GridData(SWT.CENTER, SWT.CENTER, false, false, 1, 2);
    data.widthHint = THUMBNAIL;
    data.heightHint = THUMBNAIL;
    thumbnail.setLayoutData(data);
    name = new Label(line, SWT.NONE);
    name.setLayoutData(new GridData(SWT.FILL, SWT.END, true, true));
    links = new Link(line, SWT.NONE);
    links.setText(Messages.InputLine_links);
    links.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, true));
    links.addListener(SWT.Selection, e -> follow(e.text));
  }

  void show(InspectedInput input, Optional<Picture> picture) {
    String size = picture.map(p -> NLS.bind(Messages.InputLine_size, p.width(), p.height())).orElse("");
    name.setText((input.name() + size).replace("&", "&&"));
    name.setToolTipText(input.first().toString());
    thumbnail.setScene(picture.map(InputLine::scene).orElse(null));
    thumbnail.setVisible(picture.isPresent());
    ((GridData) thumbnail.getLayoutData()).exclude = picture.isEmpty();
  }

  private static Scene scene(Picture p) {
    ImageItem image = new ImageItem(Raster.of(p.width(), p.height(), p.argb()), new Rect(0, 0, p.width(), p.height()),
        true,
        1, Messages.InputLine_picture);
    return new Scene(p.width(), p.height(), SceneColor.of(ThemeRole.BACKGROUND), Messages.InputLine_picture, "",
        List.of(image));
  }

  private void follow(String link) {
    switch (link) {
      case "choose" -> InputChooser.choose(site);
      case "paste" -> PastedPictures.paste(site);
      default -> recent();
    }
  }

  private void recent() {
    Menu menu = new Menu(links);
    List<Path> files = site.getService(RecentInputs.class).files();
    for (Path file : files) {
      MenuItem item = new MenuItem(menu, SWT.PUSH);
      item.setText(String.valueOf(file.getFileName()).replace("&", "&&"));
      item.setToolTipText(file.toString());
      item.addListener(SWT.Selection, e -> Inputs.use(site, file));
    }
    if (files.isEmpty()) {
      MenuItem none = new MenuItem(menu, SWT.PUSH);
      none.setText(Messages.InputLine_noRecent);
      none.setEnabled(false);
    }
    menu.addListener(SWT.Hide, e -> links.getDisplay().asyncExec(menu::dispose));
    menu.setVisible(true);
  }
}
