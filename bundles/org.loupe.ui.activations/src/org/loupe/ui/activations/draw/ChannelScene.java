/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.math.color.ColorScale;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.scene.HitGrid;
import org.loupe.scene.ImageItem;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.build.ColorBar;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.toolkit.activation.ChannelTable;
import org.loupe.toolkit.activation.Plane;

/**
 * One channel large: its map over what a person saw, its histogram and its figures.
 *
 * @param maps what the layer gave
 * @param channel the channel
 * @param opacity of the map over the picture, from 0 to 1
 * @param dark whether the ground is dark
 */
public record ChannelScene(FeatureMaps maps, int channel, double opacity, boolean dark) {
  private static final int MOST = 1024;
  private static final double LEAST_HISTOGRAM = 60;
  private static final double HISTOGRAM = 110;
  private static final double WIDE = 1.5;
  private static final double LEAST_HEIGHT = 240;
  private static final double ROOM_FOR_FIGURE = 110;

  /** Draws it to fill an area. */
  public Scene draw(double width, double height) {
    SceneBuilder scene = new SceneBuilder(Math.max(160, width), Math.max(160, height));
    boolean attention = maps.layout().kind() == FeatureLayout.Kind.ATTENTION;
    String name = attention ? Messages.ChannelScene_head : Messages.ChannelScene_channel;
    boolean roomy = height >= LEAST_HEIGHT || width > WIDE * height;
    scene.header(NLS.bind(name, channel), roomy ? figures(width) : "");
    Plane plane = Plane.of(maps, channel, MOST);
    Summary summary = Summary.of(plane.values());
    ColorScale colors = MapColors.of(summary.min(), summary.max(), dark);
    Rect free = scene.free();
    boolean wide = free.width() > WIDE * free.height();
    Rect map = !roomy ? free : wide ? free.inset(0, 0, free.width() * 0.45, 0)
        : free.inset(0, 0, 0, Math.max(LEAST_HISTOGRAM, Math.min(HISTOGRAM, free.height() * 0.3)) + Styles.MARGIN);
    picture(scene, plane, colors, map, roomy);
    if (roomy) {
      Rect rest = wide ? free.inset(map.width() + Styles.MARGIN, 0, 0, 0)
          : free.inset(0, map.height() + Styles.GAP, 0, 0);
      scene.addAll(HistogramPlot.of(plane.values(), rest, scene.measure()));
    }
    return scene.description(NLS.bind(Messages.ChannelScene_description, maps.layer(), channel)).build();
  }

  /** The figures that there is room for; all of them are in the table. */
  private String figures(double width) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of(ChannelTable.INFLUENCE, ChannelTable.MEAN, ChannelTable.MAX, ChannelTable.SPARSITY,
        ChannelTable.ENTROPY)) {
      ChannelTable.numbers(maps.channels(), name).filter(c -> channel < c.size()).ifPresent(c -> parts.add(
          name + " " + (name.equals(ChannelTable.SPARSITY) ? Numbers.format(Math.round(1000 * c.value(channel)) / 10.0)
              + " %" : Numbers.format(c.value(channel), 3)) + (c.unit().isEmpty() ? "" : " " + c.unit())));
    }
    int fitting = (int) Math.max(1, width / ROOM_FOR_FIGURE);
    return String.join("  \u00b7  ", parts.subList(0, Math.min(fitting, parts.size())));
  }

  /** @param told whether there is room for the colours */
  private void picture(SceneBuilder scene, Plane plane, ColorScale colors, Rect area, boolean told) {
    ColorBar legend = new ColorBar(colors, "");
    double bar = legend.height(scene.measure());
    Rect room = told ? area.inset(0, 0, 0, bar + Styles.GAP) : area;
    Optional<Picture> seen = maps.picture();
    // In the units of the picture, else in elements of the map.
    Affine at = seen.map(Picture::inputToPicture).orElse(Affine.IDENTITY);
    Rect map = new Rect(at.offsetX(), at.offsetY(), at.scaleX() * plane.sourceColumns(),
        at.scaleY() * plane.sourceRows());
    Rect whole = seen.map(p -> union(new Rect(0, 0, p.width(), p.height()), map)).orElse(map);
    double scale = Math.min(room.width() / whole.width(), room.height() / whole.height());
    double left = room.x() + (room.width() - whole.width() * scale) / 2 - whole.x() * scale;
    double top = room.y() + (room.height() - whole.height() * scale) / 2 - whole.y() * scale;
    seen.ifPresent(p -> scene.add(new ImageItem(Raster.of(p.width(), p.height(), p.argb()),
        new Rect(left, top, p.width() * scale, p.height() * scale), true, 1, Messages.ChannelScene_input)));
    Rect bounds = new Rect(left + map.x() * scale, top + map.y() * scale, map.width() * scale, map.height() * scale);
    double[] values = plane.values();
    Raster raster = Raster.of(plane.columns(), plane.rows(), (x, y) -> colors.argb(values[y * plane.columns() + x]));
    scene.add(new ImageItem(raster, bounds, false, seen.isPresent() ? opacity : 1, Messages.ChannelScene_map));
    scene.add(PathItem.stroked(PathData.rect(bounds), Styles.GRID_LINE));
    scene.add(new HitGrid(bounds, plane.rows(), plane.columns(), (row, column) -> NLS.bind(
        Messages.ChannelScene_value, new Object[] {row * plane.sourceRows() / plane.rows(),
            column * plane.sourceColumns() / plane.columns(),
            Numbers.format(values[row * plane.columns() + column])})));
    if (!told) {
      return;
    }
    double barWidth = Math.min(area.width(), 320);
    scene.add(legend.horizontal(new Rect(area.x() + (area.width() - barWidth) / 2, area.bottom() - bar, barWidth, bar),
        scene.measure()));
  }

  private static Rect union(Rect a, Rect b) {
    double left = Math.min(a.x(), b.x());
    double top = Math.min(a.y(), b.y());
    return new Rect(left, top, Math.max(a.right(), b.right()) - left, Math.max(a.bottom(), b.bottom()) - top);
  }
}
