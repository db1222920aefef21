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
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.math.color.ColorScale;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.build.ColorBar;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.maps.FeatureMapsOptions.Range;

/** Lays out the maps of a layer's channels, or of its attention heads, with a legend. */
final class MapsScene {
  private static final double LEAST_LEGEND = 120;
  private final FeatureMaps result;
  private final ViewRequest<FeatureMapsOptions> request;
  private final FeatureMapsOptions options;
  private final ChannelFigures figures;
  private final MapReader reader;
  private final double width;
  private final double height;

  MapsScene(FeatureMaps result, ViewRequest<FeatureMapsOptions> request) {
    this.result = result;
    this.request = request;
    options = request.options();
    figures = new ChannelFigures(result);
    reader = new MapReader(result.values(), result.layout().channel(), result.layout().row(),
        result.layout().column());
    width = Math.max(FeatureMapsView.LEAST_WIDTH, request.width());
    height = Math.max(FeatureMapsView.LEAST_HEIGHT, request.height());
  }

  Scene scene() throws LoupeException {
    int[] order = figures.order(reader.channels(), options.order(), options.reverse());
    int from = Math.min(options.first(), order.length - 1);
    int[] wanted = Arrays.copyOfRange(order, from, (int) Math.min(order.length, (long) from + options.most()));
    // What is said below depends on what has room, and takes room itself: a line is kept for it.
    SceneBuilder probe = headed(height);
    probe.footer("");
    Rect room = probe.free();
    double legend = legendRoom(probe, room);
    SheetLayout layout = SheetLayout.of(room.inset(0, 0, legend + Styles.MARGIN, 0), wanted.length, reader.rows(),
        reader.columns(), options.columns(), (int) Math.ceil(probe.measure().height(Styles.SMALL)) + 1);
    int[] shown = Arrays.copyOf(wanted, layout.shown());
    int fineness = MapSheet.fineness(layout, reader.columns());
    Maps maps = reader.read(shown, layout.cellHeight() * fineness, layout.cellWidth() * fineness);
    return drawn(layout, shown, maps, fineness);
  }

  private Scene drawn(SheetLayout layout, int[] shown, Maps maps, int fineness) {
    ColorScale common = LayerColours.of(options.colours(), maps.least(), maps.most(), maps.sample(),
        options.percentile());
    String notes = String.join("; ", notes(shown.length, maps));
    SceneBuilder probe = footed(height, notes);
    ColorBar bar = legend(common);
    double high = Math.max(layout.height(), Math.min(probe.free().height(), LEAST_LEGEND));
    double lower = Math.max(FeatureMapsView.LEAST_HEIGHT, height - probe.free().height() + high);
    SceneBuilder scene = footed(lower, notes);
    scene.description(describe(shown.length, maps));
    Rect free = scene.free();
    boolean signed = maps.least() < 0;
    MapSheet sheet = new MapSheet(layout, shown, maps);
    scene.addAll(sheet.draw(free.x(), free.y(), sheet.atlas(options.range() == Range.COMMON ? i -> common
        : i -> LayerColours.own(options.colours(), maps.least(i), maps.most(i), signed), fineness), figures));
    scene.add(bar.vertical(new Rect(free.x() + layout.width() + Styles.MARGIN, free.y(),
        bar.width(high, scene.measure()), high), scene.measure()));
    return scene.build();
  }

  private SceneBuilder headed(double high) {
    return new SceneBuilder(width, high).header(request.title(), FeatureMapsView.subtitle(result));
  }

  private SceneBuilder footed(double high, String notes) {
    return notes.isEmpty() ? headed(high) : headed(high).footer(notes);
  }

  /** The widest that the legend may get before it is known. */
  private double legendRoom(SceneBuilder probe, Rect room) {
    return new ColorBar(ColorScale.between(LayerColours.map(options.colours(), true), -1.2345e-10, 1.2345e-10), "x")
        .width(room.height(), probe.measure());
  }

  private ColorBar legend(ColorScale common) {
    if (options.range() == Range.COMMON) {
      return new ColorBar(common, "activation");
    }
    double low = common.min() < 0 ? -1 : 0;
    return new ColorBar(ColorScale.between(common.map(), low, 1), "share of own range");
  }

  private List<String> notes(int shown, Maps maps) {
    List<String> out = new ArrayList<>();
    String noun = figures.noun();
    int all = reader.channels();
    String by = options.order().equals("index") && !options.reverse() ? ""
        : ", by " + options.order() + (options.reverse() ? ", turned round" : "");
    if (shown < all) {
      out.add(shown + " of " + all + " " + noun + "s are shown" + by
          + (options.first() > 0 ? ", from number " + Math.min(options.first(), all - 1) + " on" : ""));
    } else if (!by.isEmpty()) {
      out.add(all + " " + noun + "s" + by);
    }
    long dead = IntStream.range(0, maps.count()).filter(maps::dead).count();
    long broken = IntStream.range(0, maps.count()).filter(i -> maps.notFinite(i) > 0).count();
    if (broken > 0) {
      out.add(broken + " of " + shown + " with values that are not finite (framed)");
    }
    if (dead > 0) {
      out.add(dead + " of " + shown + " with every value 0 (struck through)");
    }
    if (reader.samples()) {
      out.add("the layer is large: " + maps.rows() + " of " + reader.rows() + " rows and " + maps.columns() + " of "
          + reader.columns() + " columns were read");
    }
    return out;
  }

  private String describe(int shown, Maps maps) {
    return "Maps of " + shown + " of " + reader.channels() + " " + figures.noun() + "s of layer " + result.layer()
        + ", each of " + reader.rows() + " rows and " + reader.columns() + " columns, values from "
        + Numbers.format(maps.least()) + " to " + Numbers.format(maps.most()) + ".";
  }
}
