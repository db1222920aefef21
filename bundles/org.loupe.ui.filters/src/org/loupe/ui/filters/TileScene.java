/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Layout;
import org.loupe.scene.build.Styles;
import org.loupe.ui.api.canvas.Tiles;

/** A sheet of tiles as one scene, to be written or copied. */
final class TileScene {
  private static final int MOST = 4096;
  private static final int GAP = 6;
  private static final int CAPTION = 16;

  private TileScene() {
  }

  /** Not for the UI thread. @param side extent of a tile in pixels */
  static Scene of(Tiles tiles, int side, String title, Progress progress) throws LoupeException {
    int count = Math.min(MOST, tiles.count());
    int columns = Math.max(1, (int) Math.ceil(Math.sqrt(count * 1.2)));
    int rows = (count + columns - 1) / columns;
    List<Item> items = new ArrayList<>();
    progress.begin(title, count);
    for (int i = 0; i < count; i++) {
      progress.check();
      double x = GAP + (double) (i % columns) * (side + GAP);
      double y = GAP + (double) (i / columns) * (side + CAPTION + GAP);
      Optional<ImageData> data = tiles.picture(i, side, progress);
      if (data.isPresent()) {
        Rect bounds = Layout.fit(new Rect(x, y, side, side), data.get().width, data.get().height);
        items.add(new ImageItem(raster(data.get()), bounds, false, 1, tiles.tooltip(i)));
      }
      items.add(TextItem.of(tiles.label(i), x + side / 2.0, y + side + CAPTION - 4.0, Styles.SMALL)
          .align(Anchor.MIDDLE, Baseline.ALPHABETIC).limit(side));
      progress.worked(1);
    }
    return new Scene(GAP + (double) columns * (side + GAP), Math.max(1, GAP + (double) rows * (side + CAPTION + GAP)),
        SceneColor.of(ThemeRole.BACKGROUND), title, Texts.bind(Messages.TileScene_text, count), items);
  }

  private static Raster raster(ImageData data) {
    int[] argb = new int[data.width * data.height];
    int[] row = new int[data.width];
    byte[] alpha = new byte[data.width];
    for (int y = 0; y < data.height; y++) {
      data.getPixels(0, y, data.width, row, 0);
      data.getAlphas(0, y, data.width, alpha, 0);
      for (int x = 0; x < data.width; x++) {
        RGB rgb = data.palette.getRGB(row[x]);
        argb[y * data.width + x] = (alpha[x] & 0xff) << 24 | rgb.red << 16 | rgb.green << 8 | rgb.blue;
      }
    }
    return Raster.of(data.width, data.height, argb);
  }
}
