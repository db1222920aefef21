/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.costs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.math.scale.Ticks;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitGrid;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Layout;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.ui.api.parts.Quantity;

/**
 * Memory and work over the layers: a row of bars for each kind, one above the other on the same layers. Where layers
 * are more than there is room for bars, a bar stands for the largest of some layers that follow each other.
 */
final class CostChart {
  private static final TextStyle HEADING = TextStyle.bold(11);
  private static final double LEAST_BAR = 3;
  private static final double WIDEST_BAR = 28;
  private static final double TICK = 4;
  private static final double TOP = 2;

  private final List<LayerCost> costs;
  private final boolean dark;
  private final SceneBuilder builder;
  private final Rect plot;
  private final int bars;

  /** @param costs of the layers in the model's order, at least one */
  CostChart(List<LayerCost> costs, double width, double height, boolean dark) {
    this.costs = costs;
    this.dark = dark;
    this.builder = new SceneBuilder(width, height);
    double small = builder.measure().height(Styles.SMALL);
    double gutter = builder.measure().width("1000 MiB", Styles.SMALL) + Styles.GAP;
    double beyond = builder.measure().width(Integer.toString(costs.size()), Styles.SMALL) / 2 + 2;
    this.plot = new Rect(gutter, TOP, Math.max(1, width - gutter - beyond), Math.max(1, height - TOP - 2 * small - TICK
        - Styles.GAP));
    this.bars = (int) Math.clamp(plot.width() / LEAST_BAR, 1, costs.size());
  }

  /** @param selected id of the layer that is looked at */
  Scene scene(Optional<String> selected) {
    builder.title(Messages.CostChart_title).description(NLS.bind(Messages.CostChart_description, costs.size()));
    List<Rect> panels = Layout.rows(plot, Styles.GAP, 1, 1, 1);
    mark(selected);
    for (CostKind kind : CostKind.values()) {
      panel(kind, panels.get(kind.ordinal()));
    }
    positions();
    builder.add(new HitGrid(plot, 1, bars, new Bars()));
    return builder.build();
  }

  /** Largest of the layers of a bar that are known; -1 if none is. */
  double value(CostKind kind, int bar) {
    double largest = -1;
    for (int i = from(bar); i < from(bar + 1); i++) {
      OptionalLong v = kind.of(costs.get(i));
      largest = Math.max(largest, v.isPresent() ? v.getAsLong() : -1);
    }
    return largest;
  }

  int bars() {
    return bars;
  }

  private int from(int bar) {
    return (int) ((long) bar * costs.size() / bars);
  }

  /** The layer that a bar is clicked for: the one with most work, or most memory where there is none. */
  private LayerCost at(int bar) {
    LayerCost most = costs.get(from(bar));
    for (int i = from(bar) + 1; i < from(bar + 1); i++) {
      most = weight(costs.get(i)) > weight(most) ? costs.get(i) : most;
    }
    return most;
  }

  private static double weight(LayerCost c) {
    return c.multiplyAdds().orElse(0) * 1024.0 + c.activationBytes().orElse(0) + c.parameterBytes();
  }

  private void mark(Optional<String> selected) {
    for (int i = 0; i < costs.size() && selected.isPresent(); i++) {
      if (costs.get(i).layer().equals(selected.get())) {
        int bar = (int) ((i * (long) bars + bars - 1) / costs.size());
        while (from(bar) > i) {
          bar--;
        }
        double band = plot.width() / bars;
        double wide = Math.max(band, LEAST_BAR);
        builder.add(PathItem.filled(PathData.rect(new Rect(plot.x() + bar * band + (band - wide) / 2, plot.y(), wide,
            plot.height())), SceneColor.of(ThemeRole.ACCENT, 0.25)));
        return;
      }
    }
  }

  private void panel(CostKind kind, Rect area) {
    double line = builder.measure().height(HEADING);
    double largest = 0;
    for (int bar = 0; bar < bars; bar++) {
      largest = Math.max(largest, value(kind, bar));
    }
    builder.label(TextItem.of(kind.title() + heading(kind), area.x(), area.y(), HEADING)
        .align(Anchor.START, Baseline.TOP).limit(area.width()));
    Rect inner = area.inset(0, line + 3, 0, 0);
    axis(kind, inner, largest);
    double band = inner.width() / bars;
    double width = Math.min(WIDEST_BAR, band > 2 * LEAST_BAR ? band * 0.75 : band);
    SceneColor colour = SceneColor.argb(kind.argb(dark));
    PathData.Builder filled = PathData.builder();
    PathData.Builder unknown = PathData.builder();
    boolean any = false;
    boolean anyUnknown = false;
    for (int bar = 0; bar < bars; bar++) {
      double value = value(kind, bar);
      double x = inner.x() + bar * band + (band - width) / 2;
      if (value > 0) {
        any = true;
        box(filled, x, inner.bottom(), width, Math.max(1, inner.height() * value / largest));
      } else if (value < 0) {
        anyUnknown = true;
        box(unknown, x, inner.bottom(), width, inner.height());
      }
    }
    if (anyUnknown) {
      builder.add(PathItem.filled(unknown.build(), SceneColor.of(ThemeRole.MUTED, 0.18)));
    }
    if (any) {
      builder.add(PathItem.filled(filled.build(), colour));
    }
    builder.add(PathItem.stroked(PathData.line(inner.x(), inner.bottom(), inner.right(), inner.bottom()),
        Styles.FRAME));
  }

  private String heading(CostKind kind) {
    long unknown = costs.stream().filter(c -> kind.of(c).isEmpty()).count();
    double largest = costs.stream().mapToDouble(c -> kind.of(c).orElse(0)).max().orElse(0);
    return NLS.bind(unknown == 0 ? Messages.CostChart_most : Messages.CostChart_mostUnknown, kind.text(largest),
        unknown);
  }

  private static void box(PathData.Builder path, double x, double bottom, double width, double height) {
    path.moveTo(x, bottom).lineTo(x, bottom - height).lineTo(x + width, bottom - height).lineTo(x + width, bottom)
        .close();
  }

  private void axis(CostKind kind, Rect inner, double largest) {
    if (largest <= 0) {
      return;
    }
    double unit = kind.unit(largest);
    int most = (int) Math.clamp(inner.height() / (builder.measure().height(Styles.SMALL) * 1.6), 2, 5);
    for (double tick : Ticks.between(0, largest / unit, most).values()) {
      double y = inner.bottom() - inner.height() * tick * unit / largest;
      if (y < inner.y() - 1) {
        continue;
      }
      builder.add(PathItem.stroked(PathData.line(inner.x(), y, inner.right(), y), Styles.GRID_LINE));
      builder.add(TextItem.of(kind.text(tick * unit), inner.x() - Styles.GAP, y, Styles.SMALL).color(Styles.MUTED)
          .align(Anchor.END, Baseline.MIDDLE));
    }
  }

  /** Positions of layers below the bars, and what a bar is. */
  private void positions() {
    double band = plot.width() / costs.size();
    double line = builder.measure().height(Styles.SMALL);
    double room = builder.measure().width(Integer.toString(costs.size()), Styles.SMALL) + 2 * Styles.GAP;
    int every = step(Math.max(1, (int) Math.ceil(room / band)));
    double end = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < costs.size(); i = i == 0 && every > 1 ? every - 1 : i + every) {
      double x = plot.x() + (i + 0.5) * band;
      if (x - room / 2 >= end) {
        builder.add(TextItem.of(Integer.toString(i + 1), x, plot.bottom() + TICK, Styles.SMALL).color(Styles.MUTED)
            .align(Anchor.MIDDLE, Baseline.TOP));
        end = x + room / 2;
      }
    }
    int group = (costs.size() + bars - 1) / bars;
    builder.label(TextItem.of(group == 1 ? Messages.CostChart_axis : NLS.bind(Messages.CostChart_axisGroups, group),
        plot.centerX(), plot.bottom() + TICK + line, Styles.SMALL).color(Styles.MUTED)
        .align(Anchor.MIDDLE, Baseline.TOP).limit(plot.width()));
  }

  /** The next of 1, 2, 5, 10, 20 ... */
  private static int step(int least) {
    int power = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if (power * factor >= least) {
          return power * factor;
        }
      }
      power *= 10;
    }
  }

  private final class Bars implements HitGrid.Cells {
    @Override
    public String tooltip(int row, int column) {
      LayerCost c = at(column);
      StringBuilder text = new StringBuilder(c.layer());
      for (CostKind kind : CostKind.values()) {
        OptionalLong v = kind.of(c);
        double total = costs.stream().mapToDouble(x -> kind.of(x).orElse(0)).sum();
        text.append('\n').append(kind.title()).append(": ").append(v.isEmpty() ? Messages.CostChart_unknown
            : kind.text(v.getAsLong()) + (total > 0 ? ", " + Quantity.SHARE.format(v.getAsLong() / total) : ""));
      }
      int others = from(column + 1) - from(column) - 1;
      return others == 0 ? text.toString() : text + "\n" + NLS.bind(Messages.CostChart_others, others);
    }

    @Override
    public Optional<Selection> selection(int row, int column) {
      return Optional.of(Selection.of(Selection.LAYER, at(column).layer()));
    }
  }
}
