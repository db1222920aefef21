/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.math.color.ColorScale;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.HitGrid;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.build.ColorBar;
import org.loupe.scene.build.Layout;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.GridAxes;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.heatmap.HeatPanel;
import org.loupe.visualize.internal.heatmap.MapColours;
import org.loupe.visualize.internal.heatmap.Plane;

/** Draws one channel of a layer, or one attention head, large: over the picture, with its histogram beside it. */
public final class ChannelView implements Visualizer<FeatureMaps, ChannelOptions> {
  private static final int FINEST = 2048;
  private static final double BESIDE = 520;
  private static final double HISTOGRAM = 0.36;
  private static final double LEAST_FOR_HISTOGRAM = 300;

  @Override
  public Class<FeatureMaps> resultType() {
    return FeatureMaps.class;
  }

  @Override
  public Class<ChannelOptions> optionsType() {
    return ChannelOptions.class;
  }

  @Override
  public boolean accepts(FeatureMaps result) {
    boolean maps = result.layout().kind() == Kind.MAPS || result.layout().kind() == Kind.ATTENTION;
    return maps && result.values().size() > 0;
  }

  @Override
  public Scene prepare(FeatureMaps result, ViewRequest<ChannelOptions> request) throws LoupeException {
    try {
      MapReader reader = new MapReader(result.values(), result.layout().channel(), result.layout().row(),
          result.layout().column());
      int channel = request.options().channel();
      if (channel >= reader.channels()) {
        throw LoupeException.usage("layer " + result.layer() + " has no channel " + channel + "; there are 0 to "
            + (reader.channels() - 1));
      }
      return scene(result, reader, channel, reader.read(new int[] {channel}, FINEST, FINEST), request);
    } catch (UncheckedIOException e) {
      throw LoupeException.badInput(
          "cannot read the values of " + result.layer() + ": " + e.getCause().getMessage(), e);
    }
  }

  private static Scene scene(FeatureMaps result, MapReader reader, int channel, Maps map,
      ViewRequest<ChannelOptions> request) {
    ChannelOptions o = request.options();
    ChannelFigures figures = new ChannelFigures(result);
    double[] values = new double[map.rows() * map.columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = map.at(0, i / map.columns(), i % map.columns());
    }
    ColorScale scale = LayerColours.of(o.colours(), map.least(), map.most(), values, 100);
    SceneBuilder scene = new SceneBuilder(Math.max(FeatureMapsView.LEAST_WIDTH, request.width()),
        Math.max(FeatureMapsView.LEAST_HEIGHT, request.height()));
    String said = figures.text(channel).replace("\n", "  \u00b7  ");
    scene.header(request.title(), result.layer() + "  \u00b7  " + said);
    scene.description("Map of " + figures.noun() + " " + channel + " of layer " + result.layer() + ", " + reader.rows()
        + " rows and " + reader.columns() + " columns, values from " + Numbers.format(map.least()) + " to "
        + Numbers.format(map.most()) + ".");
    notes(map).ifPresent(scene::footer);
    Rect free = scene.free();
    boolean beside = o.histogram() && free.width() >= BESIDE;
    boolean below = o.histogram() && !beside && free.height() >= LEAST_FOR_HISTOGRAM;
    List<Rect> parts = beside ? Layout.columns(free, 2 * Styles.MARGIN, 1 - HISTOGRAM, HISTOGRAM)
        : below ? Layout.rows(free, Styles.MARGIN, 1 - HISTOGRAM, HISTOGRAM) : List.of(free);
    double bottom = map(scene, parts.getFirst(), new Plane(map.rows(), map.columns(), values), scale, reader, request,
        result, channel);
    if (beside) {
      ChannelHistogram.draw(scene, parts.getLast(), values, scale);
    } else if (below) {
      Rect last = parts.getLast();
      ChannelHistogram.draw(scene, last.translate(0, bottom + Styles.MARGIN - last.y()), values, scale);
    }
    return scene.build();
  }

  /** @return where it ends */
  private static double map(SceneBuilder scene, Rect room, Plane plane, ColorScale scale, MapReader reader,
      ViewRequest<ChannelOptions> request, FeatureMaps result, int channel) {
    ChannelOptions o = request.options();
    HeatPanel panel = new HeatPanel(plane, new MapColours(scale, o.fade()),
        new HeatPanel.Style(o.opacity(), o.smooth(), 0), cells(result, channel, plane));
    ColorBar legend = new ColorBar(scale, "activation");
    double legendWidth = legend.width(room.height(), scene.measure());
    Rect area = room.inset(0, 0, legendWidth + Styles.MARGIN, 0);
    Rect drawn;
    double below = 0;
    if (o.picture() && result.picture().isPresent()) {
      Picture picture = finer(result.picture().get(), reader, plane);
      Rect fitted = Layout.fit(area, picture.width(), picture.height());
      drawn = new Rect(area.x(), area.y(), Math.max(1, fitted.width()), Math.max(1, fitted.height()));
      scene.addAll(panel.over(picture, drawn));
    } else {
      GridAxes axes = new GridAxes(reader.rows(), reader.columns(), "row", "column", scene.measure());
      Rect inner = area.inset(axes.left(), 0, 0, axes.bottom());
      Rect fitted = Layout.fit(inner, Math.clamp((double) plane.columns() / plane.rows(), 0.25, 6), 1);
      drawn = new Rect(inner.x(), inner.y(), Math.max(1, fitted.width()), Math.max(1, fitted.height()));
      below = axes.bottom();
      scene.addAll(panel.alone(drawn));
      scene.addAll(axes.around(drawn));
    }
    double high = Math.min(room.height() - below, Math.max(drawn.height(), 80));
    scene.add(legend.vertical(new Rect(drawn.right() + Styles.MARGIN, drawn.y(), legendWidth, Math.max(1, high)),
        scene.measure()));
    return Math.max(drawn.bottom() + below, drawn.y() + high);
  }

  /** The picture for a map that was read more coarsely than it is. */
  private static Picture finer(Picture picture, MapReader reader, Plane plane) {
    Affine a = picture.inputToPicture();
    return new Picture(picture.width(), picture.height(), picture.argb(),
        new Affine(a.scaleX() * reader.columns() / plane.columns(), a.offsetX(),
            a.scaleY() * reader.rows() / plane.rows(), a.offsetY()));
  }

  private static HitGrid.Cells cells(FeatureMaps result, int channel, Plane plane) {
    return new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        return "row " + row + ", column " + column + "\nactivation " + Numbers.format(plane.at(row, column));
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        return Optional.of(Selection.of(Selection.CHANNEL, result.layer(), channel));
      }
    };
  }

  private static Optional<String> notes(Maps map) {
    String note = map.notFinite(0) > 0 ? Notes.count(map.notFinite(0), "value") + " not finite"
        : map.dead(0) ? "every value is 0" : "";
    return note.isEmpty() ? Optional.empty() : Optional.of(note);
  }
}
