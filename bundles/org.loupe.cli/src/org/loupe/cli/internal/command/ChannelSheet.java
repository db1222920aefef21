/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.List;
import java.util.Optional;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.color.ColorScale;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.ColorBar;
import org.loupe.scene.build.Layout;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;

/**
 * A picture of all channels of a layer side by side, in one colour scale, for values of shape [batch, channel, height,
 * width]; the first item of the batch is shown.
 */
final class ChannelSheet {
  private static final int MAX_CHANNELS = 256;
  private static final long MAX_PIXELS = 1 << 24;
  private static final double MIN_CELL = 40;
  private static final double MAX_CELL = 96;
  private static final double GAP = 4;
  /** Room for the numbers of channels on the left, and for heading and legend above. */
  private static final double NUMBERS = 28;
  private static final double HEAD = 140;
  private static final double MIN_WIDTH = 420;
  private static final double MAX_LEGEND = 480;

  private ChannelSheet() {
  }

  /** The picture; empty if the value has no grid, or one too large to show. */
  static Optional<Scene> of(String layer, String operator, Tensor value, Summary summary) {
    Shape shape = value.shape();
    if (value.type() == ElementType.STRING || shape.rank() != 4 || shape.size() == 0 || summary.finite() == 0) {
      return Optional.empty();
    }
    long pixels = shape.dim(2) * shape.dim(3);
    long channels = Math.min(shape.dim(1), MAX_CHANNELS);
    if (pixels < 2 || channels * pixels > MAX_PIXELS || Math.max(shape.dim(2), shape.dim(3)) > Raster.MAX_SIDE) {
      return Optional.empty();
    }
    return Optional.of(draw(layer, operator, value.item(0), summary, (int) channels));
  }

  private static Scene draw(String layer, String operator, Tensor item, Summary summary, int channels) {
    int rows = item.shape().intDim(1);
    int columns = item.shape().intDim(2);
    int across = (int) Math.max(4, Math.ceil(Math.sqrt(channels)));
    int down = Math.ceilDiv(channels, across);
    double cell = Math.clamp(columns * 4, MIN_CELL, MAX_CELL);
    double cellHeight = Math.clamp(cell * rows / columns, cell / 4, cell * 2);
    ColorScale scale = scale(summary);
    ColorBar legend = new ColorBar(scale, "activation");
    double width = Math.max(MIN_WIDTH, NUMBERS + across * (cell + GAP) + 2 * Styles.MARGIN);
    SceneBuilder scene = new SceneBuilder(width, down * (cellHeight + GAP) + HEAD);
    String shown = channels < item.shape().dim(0) ? "first " + channels + " of " + item.shape().dim(0) : "" + channels;
    scene.header(layer, operator + ", " + shown + " channels of " + rows + " x " + columns);
    Rect free = scene.free();
    double legendWidth = Math.min(free.width(), MAX_LEGEND);
    scene.add(legend.horizontal(new Rect(free.x(), free.y(), legendWidth, free.height()), scene.measure()));
    double top = free.y() + legend.height(scene.measure()) + Styles.MARGIN;
    Rect grid = new Rect(free.x() + NUMBERS, top, across * (cell + GAP), down * (cellHeight + GAP));
    List<Rect> cells = Layout.grid(grid, down, across, GAP);
    for (int c = 0; c < channels; c++) {
      Rect area = cells.get(c);
      if (c % across == 0) {
        scene.label(TextItem.of(String.valueOf(c), area.x() - Styles.GAP, area.centerY(), Styles.SMALL)
            .color(Styles.MUTED).align(Anchor.END, Baseline.MIDDLE));
      }
      float[] values = item.item(c).toFloats();
      Raster raster = Raster.of(columns, rows, (x, y) -> scale.argb(values[y * columns + x]));
      scene.add(new ImageItem(raster, Layout.fit(area, columns, rows), false, 1, "channel " + c));
    }
    return scene.description("The channels of layer " + layer + ", " + legend.describe()).build();
  }

  private static ColorScale scale(Summary summary) {
    return summary.min() < 0 ? ColorScale.symmetric(ColorMaps.BLUE_WHITE_RED, summary.min(), summary.max())
        : ColorScale.minMax(ColorMaps.VIRIDIAN, summary.min(), summary.max());
  }
}
