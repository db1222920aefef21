/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.loupe.math.color.ColorScale;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Notes;

/** Many maps as one picture of pixels, with their numbers, what is wrong with them, and what they answer. */
final class MapSheet {
  private final SheetLayout layout;
  private final int[] channels;
  private final Maps maps;

  /** @param channels those shown, in order; as many as there are maps and cells */
  MapSheet(SheetLayout layout, int[] channels, Maps maps) {
    this.layout = layout;
    this.channels = channels;
    this.maps = maps;
  }

  /** How many pixels of the picture a pixel of the scene has: more where maps are finer than their cells. */
  static int fineness(SheetLayout layout, int columns) {
    return columns > layout.cellWidth() && (long) layout.width() * layout.height() * 4 <= Raster.MAX_PIXELS / 4 ? 2 : 1;
  }

  /** The picture of all maps; what lies between them is transparent. */
  Raster atlas(IntFunction<ColorScale> scales, int fineness) {
    int width = Math.max(1, layout.width() * fineness);
    int height = Math.max(1, layout.height() * fineness);
    int[] argb = new int[Math.multiplyExact(width, height)];
    int cellWidth = layout.cellWidth() * fineness;
    int cellHeight = layout.cellHeight() * fineness;
    int[] source = new int[cellWidth];
    for (int x = 0; x < cellWidth; x++) {
      source[x] = (int) ((long) x * maps.columns() / cellWidth);
    }
    for (int cell = 0; cell < maps.count(); cell++) {
      ColorScale scale = scales.apply(cell);
      int left = layout.x(cell) * fineness;
      int top = layout.y(cell) * fineness;
      int before = -1;
      for (int y = 0; y < cellHeight; y++) {
        int row = (int) ((long) y * maps.rows() / cellHeight);
        int to = (top + y) * width + left;
        if (row == before) {
          System.arraycopy(argb, to - width, argb, to, cellWidth);
        } else {
          row(cell, row, source, scale, argb, to);
        }
        before = row;
      }
    }
    return Raster.of(width, height, argb);
  }

  private void row(int cell, int row, int[] source, ColorScale scale, int[] argb, int to) {
    int column = -1;
    int color = 0;
    for (int x = 0; x < source.length; x++) {
      if (source[x] != column) {
        column = source[x];
        color = scale.argb(maps.at(cell, row, column));
      }
      argb[to + x] = color;
    }
  }

  /** All of it, from a position on. */
  List<Item> draw(double x, double y, Raster atlas, ChannelFigures figures) {
    List<Item> items = new ArrayList<>();
    items.add(new ImageItem(atlas, new Rect(x, y, layout.width(), layout.height()), false, 1,
        maps.count() + " maps, one for each " + figures.noun()));
    marked(x, y, maps::dead, Stroke.solid(SceneColor.of(ThemeRole.MUTED), 1), true, items);
    marked(x, y, i -> maps.notFinite(i) > 0, Stroke.solid(SceneColor.of(ThemeRole.WARNING), 2), false, items);
    for (int i = 0; i < maps.count(); i++) {
      Rect cell = cell(i).translate(x, y);
      if (layout.line() > 0) {
        items.add(TextItem.of(Integer.toString(channels[i]), cell.centerX(), cell.bottom() + 1, Styles.SMALL)
            .color(Styles.MUTED).align(Anchor.MIDDLE, Baseline.TOP));
      }
      String wrong = maps.dead(i) ? "\nevery value is 0"
          : maps.notFinite(i) > 0 ? "\n" + Notes.count(maps.notFinite(i), "value") + " not finite" : "";
      items.add(HitRegion.of(new Rect(cell.x(), cell.y(), cell.width(), cell.height() + layout.line()),
          figures.text(channels[i]) + wrong, figures.selection(channels[i])));
    }
    return items;
  }

  private Rect cell(int i) {
    return new Rect(layout.x(i), layout.y(i), layout.cellWidth(), layout.cellHeight());
  }

  /** One path for all cells of a kind: a line across, or a frame. */
  private void marked(double x, double y, IntPredicate which, Stroke stroke, boolean across, List<Item> items) {
    PathData.Builder path = PathData.builder();
    boolean any = false;
    for (int i = 0; i < maps.count(); i++) {
      if (which.test(i)) {
        Rect r = cell(i).translate(x, y);
        any = true;
        if (across) {
          path.moveTo(r.x(), r.bottom()).lineTo(r.right(), r.y());
        } else {
          path.moveTo(r.x(), r.y()).lineTo(r.right(), r.y()).lineTo(r.right(), r.bottom()).lineTo(r.x(), r.bottom())
              .close();
        }
      }
    }
    if (any) {
      items.add(PathItem.stroked(path.build(), stroke));
    }
  }
}
