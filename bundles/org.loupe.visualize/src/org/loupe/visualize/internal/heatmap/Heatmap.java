/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.Picture;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.scene.HitGrid;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.build.ColorBar;
import org.loupe.scene.build.Layout;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.scene.build.Swatches;
import org.loupe.visualize.internal.GridAxes;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Sign;

/** Draws a saliency map in colours, over the picture that it is about, with a legend in the units of the score. */
public final class Heatmap implements Visualizer<SaliencyMap, HeatmapOptions> {
  private static final double LEAST_WIDTH = 240;
  private static final double LEAST_HEIGHT = 180;
  private static final double LEAST_LEGEND = 140;

  @Override
  public Class<SaliencyMap> resultType() {
    return SaliencyMap.class;
  }

  @Override
  public Class<HeatmapOptions> optionsType() {
    return HeatmapOptions.class;
  }

  @Override
  public Scene prepare(SaliencyMap result, ViewRequest<HeatmapOptions> request) throws LoupeException {
    Plane plane = Plane.of(result, request.options().channels()).signed(request.options().sign());
    HeatPanel panel = panel(result, plane, request.options());
    double width = Math.max(LEAST_WIDTH, request.width());
    double height = Math.max(LEAST_HEIGHT, request.height());
    SceneBuilder first = new SceneBuilder(width, height);
    Rect spare = compose(first, result, panel, request);
    double heading = first.measure().width(request.title(), Styles.TITLE) + 2 * Styles.MARGIN + 1;
    double narrower = Math.max(Math.min(width, Math.max(LEAST_WIDTH, heading)), width - spare.width());
    double lower = Math.max(LEAST_HEIGHT, height - spare.height());
    SceneBuilder scene = new SceneBuilder(narrower, lower);
    compose(scene, result, panel, request);
    return scene.build();
  }

  private static HeatPanel panel(SaliencyMap result, Plane plane, HeatmapOptions o) {
    return new HeatPanel(plane, MapColours.of(plane, o), new HeatPanel.Style(o.opacity(), o.smooth(), o.contour()),
        new HitGrid.Cells() {
          @Override
          public String tooltip(int row, int column) {
            return "row " + row + ", column " + column + "\nattribution " + Numbers.format(plane.at(row, column));
          }

          @Override
          public Optional<Selection> selection(int row, int column) {
            return Optional.of(Selection.of(Selection.PIXEL, result.input(), column, row));
          }
        });
  }

  /** Lays everything out. @return how much wider and higher the scene is than it need be */
  private static Rect compose(SceneBuilder scene, SaliencyMap result, HeatPanel panel,
      ViewRequest<HeatmapOptions> request) {
    Plane plane = panel.plane();
    HeatmapOptions options = request.options();
    scene.header(request.title(), Notes.figures(result.figures()));
    Notes.footers(scene, notes(plane, options, result));
    scene.description(describe(plane));
    Rect free = scene.free();
    Swatches missing = missing(plane, panel.colours());
    double below = missing.height(free.width(), scene.measure()) + (missing.entries().isEmpty() ? 0 : Styles.GAP);
    if (!missing.entries().isEmpty()) {
      scene.add(missing.draw(new Rect(free.x(), free.bottom() - below + Styles.GAP, free.width(), below),
          scene.measure()));
    }
    Rect room = free.inset(0, 0, 0, below);
    ColorBar legend = new ColorBar(panel.colours().scale(), label(options.sign(), room.height(), scene));
    double legendWidth = legend.width(room.height(), scene.measure());
    Rect main = room.inset(0, 0, legendWidth + Styles.MARGIN, 0);
    Rect drawn = result.picture().isPresent()
        ? pictures(scene, panel, result.picture().get(), main, options.original())
        : grid(scene, panel, plane, main);
    double high = Math.min(room.height(), Math.max(drawn.height(), LEAST_LEGEND));
    Rect bar = new Rect(drawn.right() + Styles.MARGIN, drawn.y(), legendWidth, high);
    scene.add(legend.vertical(bar, scene.measure()));
    double axes = result.picture().isPresent() ? 0
        : new GridAxes(plane.rows(), plane.columns(), "row", "column", scene.measure()).bottom();
    double bottom = Math.max(drawn.bottom() + axes, bar.bottom());
    return new Rect(0, 0, Math.max(0, free.right() - bar.right()), Math.max(0, room.bottom() - bottom));
  }

  private static Swatches missing(Plane plane, MapColours colours) {
    Summary s = plane.summary();
    return new Swatches(s.nan() == 0 ? List.of() : List.of(new Swatches.Entry(
        SceneColor.argb(colours.scale().map().nanArgb()), "not a number: " + s.nan() + " of " + s.count())));
  }

  /** One or two panels of the picture's shape, from the upper left of the area. @return what they cover */
  private static Rect pictures(SceneBuilder scene, HeatPanel panel, Picture picture, Rect area, boolean both) {
    List<Rect> parts = both ? Layout.columns(area, Styles.MARGIN, 1, 1) : List.of(area);
    Rect fitted = Layout.fit(parts.getFirst(), picture.width(), picture.height());
    Rect first = new Rect(area.x(), area.y(), Math.max(1, fitted.width()), Math.max(1, fitted.height()));
    Rect last = both ? first.translate(first.width() + Styles.MARGIN, 0) : first;
    if (both) {
      scene.add(HeatPanel.original(picture, first));
      scene.add(PathItem.stroked(PathData.rect(first), Styles.GRID_LINE));
    }
    scene.addAll(panel.over(picture, last));
    return new Rect(first.x(), first.y(), last.right() - first.x(), first.height());
  }

  private static Rect grid(SceneBuilder scene, HeatPanel panel, Plane plane, Rect area) {
    GridAxes axes = new GridAxes(plane.rows(), plane.columns(), "row", "column", scene.measure());
    Rect room = area.inset(axes.left(), 0, 0, axes.bottom());
    // Cells are square unless that would make a sliver of the map.
    double shape = Math.clamp((double) plane.columns() / plane.rows(), 0.25, 6);
    Rect fitted = Layout.fit(room, shape, 1);
    Rect grid = new Rect(room.x(), room.y(), Math.max(1, fitted.width()), Math.max(1, fitted.height()));
    scene.addAll(panel.alone(grid));
    scene.addAll(axes.around(grid));
    return grid;
  }

  /** With the unit where there is room for it. */
  private static String label(Sign sign, double room, SceneBuilder scene) {
    String quantity = switch (sign) {
      case SIGNED -> "attribution";
      case POSITIVE -> "evidence for";
      case NEGATIVE -> "evidence against";
      case ABSOLUTE -> "size of attribution";
    };
    String full = quantity + ", in units of the score";
    return scene.measure().width(full, Styles.SMALL) <= Math.min(room, LEAST_LEGEND) ? full : quantity + " (score)";
  }

  private static List<String> notes(Plane plane, HeatmapOptions options, SaliencyMap result) {
    List<String> out = new ArrayList<>();
    Summary s = plane.summary();
    if (s.finite() > 0 && s.maxAbs() == 0) {
      out.add(switch (options.sign()) {
        case POSITIVE -> "no positive evidence: every value shown is 0";
        case NEGATIVE -> "no negative evidence: every value shown is 0";
        case SIGNED, ABSOLUTE -> "every value is 0";
      });
    }
    if (s.infinite() > 0) {
      out.add(s.infinite() + " of " + s.count() + " values are infinite; they have the colour of the end");
    }
    boolean channels = result.axes().channel() >= 0 && result.values().shape().dim(result.axes().channel()) > 1;
    if (channels && options.channels() != HeatmapOptions.Reduction.AUTO) {
      out.add("channels joined by " + options.channels().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }
    return out;
  }

  private static String describe(Plane plane) {
    int peak = plane.peak();
    Summary s = plane.summary();
    String range = "Heat map of " + plane.rows() + " rows and " + plane.columns() + " columns, values from "
        + Numbers.format(s.min()) + " to " + Numbers.format(s.max());
    return peak < 0 ? range + "."
        : range + ", the strongest, " + Numbers.format(plane.values()[peak]) + ", at row " + peak / plane.columns()
            + ", column " + peak % plane.columns() + ".";
  }
}
