/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.math.color.ColorScale;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Axis;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Notes;

/** A number for each channel: a bar for each, and below a strip of their colours. */
final class VectorScene {
  private static final double STRIP = 18;
  private static final double LEAST_HEIGHT = 230;
  private static final int MOST_REGIONS = 2048;
  private final FeatureMaps result;
  private final ViewRequest<FeatureMapsOptions> request;
  private final ChannelFigures figures;
  private final int[] channels;
  private final double[] values;

  VectorScene(FeatureMaps result, ViewRequest<FeatureMapsOptions> request) throws LoupeException {
    this.result = result;
    this.request = request;
    figures = new ChannelFigures(result);
    MapReader reader = new MapReader(result.values(), result.layout().channel(), -1, -1);
    FeatureMapsOptions o = request.options();
    int[] order = figures.order(reader.channels(), o.order(), o.reverse());
    int from = Math.min(o.first(), order.length - 1);
    channels = Arrays.copyOfRange(order, from, (int) Math.min(order.length, (long) from + o.most()));
    values = Arrays.stream(channels).mapToDouble(c -> reader.at(c, 0, 0)).toArray();
  }

  Scene scene() {
    Summary all = Summary.of(values);
    SceneBuilder scene = new SceneBuilder(Math.max(FeatureMapsView.LEAST_WIDTH, request.width()),
        Math.max(LEAST_HEIGHT, request.height()));
    scene.header(request.title(), FeatureMapsView.subtitle(result));
    Notes.footers(scene, notes(all));
    scene.description("Bars of " + values.length + " channels of layer " + result.layer() + ", values from "
        + Numbers.format(all.min()) + " to " + Numbers.format(all.max()) + ".");
    Rect free = scene.free();
    double low = Math.max(Math.min(0, all.finite() == 0 ? 0 : all.min()), -Double.MAX_VALUE / 4);
    double high = Math.min(Math.max(0, all.finite() == 0 ? 0 : all.max()), Double.MAX_VALUE / 4);
    boolean ordered = !request.options().order().equals("index") || request.options().reverse();
    PlotFrame frame = PlotFrame.of(free.inset(0, 0, 0, STRIP + Styles.GAP),
        Axis.numeric(first() - 0.5, first() + values.length - 0.5, ordered ? "place in the order" : "channel"),
        Axis.numeric(low, high > low ? high : low + 1, "activation"), scene.measure());
    scene.addAll(frame.items());
    bars(scene, frame, low, high > low ? high : low + 1);
    Rect strip = new Rect(frame.inner().x(), free.bottom() - STRIP, frame.inner().width(), STRIP);
    ColorScale scale = LayerColours.of(request.options().colours(), low, high, values, 100);
    scene.add(new ImageItem(strip(scale), strip, false, 1, "the same numbers as colours"));
    scene.add(PathItem.stroked(PathData.rect(strip), Styles.GRID_LINE));
    hits(scene, new Rect(strip.x(), frame.inner().y(), strip.width(), strip.bottom() - frame.inner().y()));
    return scene.build();
  }

  private int first() {
    return request.options().order().equals("index") && !request.options().reverse() ? channels[0] : 0;
  }

  /** One path for those above zero and one for those below; of many in a pixel, the furthest out are seen. */
  private void bars(SceneBuilder scene, PlotFrame frame, double low, double high) {
    double step = frame.inner().width() / values.length;
    double width = Math.max(1, step > 4 ? step - 1 : step);
    for (boolean positive : new boolean[] {true, false}) {
      PathData.Builder path = PathData.builder();
      boolean any = false;
      for (int i = 0; i < values.length; i++) {
        double v = Double.isNaN(values[i]) ? Double.NaN : Math.clamp(values[i], low, high);
        if (v > 0 == positive && v != 0 && !Double.isNaN(v)) {
          any = true;
          double x = frame.inner().x() + (i + 0.5) * step - width / 2;
          double top = frame.y(Math.max(0, v));
          double bottom = frame.y(Math.min(0, v));
          path.moveTo(x, top).lineTo(x + width, top).lineTo(x + width, bottom).lineTo(x, bottom).close();
        }
      }
      if (any) {
        scene.add(PathItem.filled(path.build(),
            SceneColor.of(positive ? ThemeRole.POSITIVE : ThemeRole.NEGATIVE)));
      }
    }
    double zero = frame.y(0);
    scene.add(PathItem.stroked(PathData.line(frame.inner().x(), zero, frame.inner().right(), zero), Styles.FRAME));
  }

  private Raster strip(ColorScale scale) {
    int pixels = Math.min(values.length, Raster.MAX_SIDE);
    return Raster.of(pixels, 1, (x, y) -> scale.argb(values[(int) ((long) x * values.length / pixels)]));
  }

  private String text(int i) {
    return figures.text(channels[i]) + "\nactivation " + Numbers.format(values[i]);
  }

  private void hits(SceneBuilder scene, Rect area) {
    if (values.length > MOST_REGIONS) {
      scene.add(new HitGrid(area, 1, values.length, new HitGrid.Cells() {
        @Override
        public String tooltip(int row, int column) {
          return text(column);
        }

        @Override
        public Optional<Selection> selection(int row, int column) {
          return Optional.of(figures.selection(channels[column]));
        }
      }));
      return;
    }
    double step = area.width() / values.length;
    for (int i = 0; i < values.length; i++) {
      scene.add(HitRegion.of(new Rect(area.x() + i * step, area.y(), step, area.height()), text(i),
          figures.selection(channels[i])));
    }
  }

  private List<String> notes(Summary all) {
    List<String> out = new ArrayList<>();
    int of = result.values().shape().intDim(result.layout().channel());
    if (values.length < of) {
      out.add(values.length + " of " + of + " channels are shown");
    }
    if (all.nan() + all.infinite() > 0) {
      out.add((all.nan() + all.infinite()) + " of " + values.length + " values not finite");
    }
    if (all.finite() > 0 && all.maxAbs() == 0) {
      out.add("every value is 0");
    }
    return out;
  }
}
