/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.math.color.ColorScale;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.HitGrid;
import org.loupe.scene.ImageItem;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.build.ColorBar;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.GridAxes;
import org.loupe.visualize.internal.Notes;

/** A vector for each token as one map: tokens downwards, channels across. */
final class TokensScene {
  private static final int MOST_PIXELS = 4096;
  private static final double LARGEST_CELL = 32;
  private final FeatureMaps result;
  private final ViewRequest<FeatureMapsOptions> request;

  TokensScene(FeatureMaps result, ViewRequest<FeatureMapsOptions> request) {
    this.result = result;
    this.request = request;
  }

  Scene scene() {
    MapReader reader = new MapReader(result.values(), -1, result.layout().row(), result.layout().channel());
    Maps map = reader.read(new int[] {0}, MOST_PIXELS, MOST_PIXELS);
    FeatureMapsOptions options = request.options();
    ColorScale scale = LayerColours.of(options.colours(), map.least(), map.most(), map.sample(),
        options.percentile());
    SceneBuilder scene = new SceneBuilder(Math.max(FeatureMapsView.LEAST_WIDTH, request.width()),
        Math.max(FeatureMapsView.LEAST_HEIGHT, request.height()));
    scene.header(request.title(), FeatureMapsView.subtitle(result));
    Notes.footers(scene, notes(reader, map));
    scene.description("Map of " + reader.rows() + " tokens and " + reader.columns() + " channels of layer "
        + result.layer() + ", values from " + Numbers.format(map.least()) + " to " + Numbers.format(map.most()) + ".");
    Rect free = scene.free();
    ColorBar legend = new ColorBar(scale, "activation");
    double legendWidth = legend.width(free.height(), scene.measure());
    GridAxes axes = new GridAxes(reader.rows(), reader.columns(), "token", "channel", scene.measure());
    Rect room = free.inset(axes.left(), 0, legendWidth + Styles.MARGIN, axes.bottom());
    Rect area = new Rect(room.x(), room.y(), Math.max(1, Math.min(room.width(), reader.columns() * LARGEST_CELL)),
        Math.max(1, Math.min(room.height(), reader.rows() * LARGEST_CELL)));
    scene.add(new ImageItem(Raster.of(map.columns(), map.rows(), (x, y) -> scale.argb(map.at(0, y, x))), area, false, 1,
        "map of tokens and channels"));
    scene.add(PathItem.stroked(PathData.rect(area), Styles.FRAME));
    scene.addAll(axes.around(area));
    scene.add(legend.vertical(new Rect(area.right() + Styles.MARGIN, room.y(), legendWidth, room.height()),
        scene.measure()));
    scene.add(hits(area, reader));
    return scene.build();
  }

  private HitGrid hits(Rect area, MapReader reader) {
    return new HitGrid(area, reader.rows(), reader.columns(), new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        return "token " + row + ", channel " + column + "\nactivation " + Numbers.format(reader.at(0, row, column));
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        return Optional.of(Selection.of(Selection.CHANNEL, result.layer(), column));
      }
    });
  }

  private static List<String> notes(MapReader reader, Maps map) {
    List<String> out = new ArrayList<>();
    if (map.notFinite(0) > 0) {
      out.add(Notes.count(map.notFinite(0), "value") + " not finite");
    }
    if (map.dead(0)) {
      out.add("every value is 0");
    }
    if (map.rows() < reader.rows() || map.columns() < reader.columns()) {
      out.add("drawn as " + map.rows() + " x " + map.columns() + " pixels, for " + reader.rows() + " tokens and "
          + reader.columns() + " channels");
    }
    return out;
  }
}
