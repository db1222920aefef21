/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.visualize;

import java.util.List;
import org.loupe.api.subject.Picture;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Layout;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;

/** A contact sheet as a drawing: pictures in rows, each with the number of its channel below, dead ones marked. */
public final class SheetScene {
  private static final double MIN_CELL = 72;
  private static final double MAX_CELL = 160;
  private static final double LABEL = 18;
  private static final double HEAD = 40;
  private static final double MIN_WIDTH = 420;
  /** More would make a drawing too large to be written as one picture. */
  private static final int MOST = 4096;

  private SheetScene() {
  }

  /** One channel on the sheet; does not hold on to the numbers of its picture. */
  public record Tile(int channel, Picture picture, double score, boolean dead) {
    public static Tile of(ChannelPicture finished) {
      return new Tile(finished.channel(), finished.picture().picture(), finished.score(), finished.dead());
    }
  }

  /**
   * Draws a sheet.
   *
   * @param tiles at least one, in the order to show them; those after the first 4096 are left out, with a word
   * @param asked how many there would be if all were finished
   * @param columns pictures in a row; 0 chooses
   */
  public static Scene draw(String layer, List<Tile> tiles, int asked, int columns) {
    List<Tile> shown = tiles.subList(0, Math.min(tiles.size(), MOST));
    Picture first = shown.get(0).picture();
    int across = columns > 0 ? columns : (int) Math.max(4, Math.ceil(Math.sqrt(shown.size())));
    int down = Math.ceilDiv(shown.size(), across);
    double cell = Math.clamp(first.width(), MIN_CELL, shown.size() > 100 ? MIN_CELL * 1.25 : MAX_CELL);
    double tall = Math.clamp(cell * first.height() / first.width(), cell / 4, cell * 4);
    double wide = across * (cell + Styles.GAP) + 2 * Styles.MARGIN;
    SceneBuilder scene = new SceneBuilder(Math.max(MIN_WIDTH, wide),
        down * (tall + LABEL + Styles.GAP) + HEAD + 2 * Styles.MARGIN);
    long dead = shown.stream().filter(Tile::dead).count();
    scene.header(layer, counted(shown.size(), asked) + (dead == 0 ? "" : ", " + dead + " dead"));
    Rect free = scene.free();
    List<Rect> cells = Layout.grid(new Rect(free.x(), free.y(), across * (cell + Styles.GAP),
        down * (tall + LABEL + Styles.GAP)), down, across, Styles.GAP);
    for (int i = 0; i < shown.size(); i++) {
      tile(scene, shown.get(i), cells.get(i));
    }
    return scene.description("Pictures that the channels of " + layer + " answer to most").build();
  }

  private static String counted(int shown, int asked) {
    return (shown < asked ? shown + " of " + asked : "" + shown) + (asked == 1 ? " channel" : " channels");
  }

  private static void tile(SceneBuilder scene, Tile tile, Rect cell) {
    Picture p = tile.picture();
    Rect area = new Rect(cell.x(), cell.y(), cell.width(), cell.height() - LABEL);
    String name = "channel " + tile.channel() + ", objective " + Numbers.format(tile.score());
    scene.add(new ImageItem(Raster.of(p.width(), p.height(), p.argb()), Layout.fit(area, p.width(), p.height()), true,
        1, tile.dead() ? name + ", dead" : name));
    scene.label(TextItem.of(tile.dead() ? tile.channel() + " dead" : String.valueOf(tile.channel()),
        area.x() + area.width() / 2, area.y() + area.height() + LABEL / 2, Styles.SMALL).color(Styles.MUTED)
        .align(Anchor.MIDDLE, Baseline.MIDDLE));
  }
}
