/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.properties;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.loupe.core.kernel.KernelPicture;
import org.loupe.core.kernel.KernelPictures;
import org.loupe.math.scale.Numbers;
import org.loupe.math.scale.Ticks;
import org.loupe.math.stats.Histogram;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitGrid;
import org.loupe.scene.ImageItem;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Layout;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;

/** Draws weights: how often each size occurs, and kernels as pictures, side by side or one above the other. */
final class WeightsScene {
  private static final double LEAST_CELL = 14;
  private static final double LARGEST_CELL = 56;
  private static final double TICK = 4;
  private static final double MOST_ASPECT = 8;
  private static final int MOST_PIXELS = 1 << 13;

  private final WeightsFacts facts;
  private final String layer;
  private final SceneBuilder builder;

  WeightsScene(WeightsFacts facts, String layer, double width, double height) {
    this.facts = facts;
    this.layer = layer;
    this.builder = new SceneBuilder(width, height);
  }

  /** @param input which input channel of the kernels is shown, where they are not in colour */
  Scene scene(int input) {
    builder.title(NLS.bind(Messages.WeightsScene_title, facts.info().name()));
    Rect area = new Rect(Styles.GAP, 2, Math.max(1, builder.free().width() + 2 * Styles.MARGIN - 2 * Styles.GAP),
        Math.max(1, builder.free().height() + 2 * Styles.MARGIN - 4));
    if (facts.kernels().isPresent()) {
      boolean beside = area.width() > 1.3 * area.height();
      Rect[] parts = (beside ? Layout.columns(area, Styles.MARGIN, 2, 3) : Layout.rows(area, Styles.GAP, 2, 3))
          .toArray(Rect[]::new);
      facts.histogram().ifPresent(h -> histogram(h, parts[0]));
      kernels(facts.kernels().get(), parts[1], input);
    } else {
      facts.histogram().ifPresent(h -> histogram(h, area));
    }
    return builder.build();
  }

  private Rect heading(String text, Rect area) {
    double line = builder.measure().height(Styles.SMALL) + 3;
    builder.label(TextItem.of(text, area.x(), area.y(), Styles.SMALL).align(Anchor.START, Baseline.TOP)
        .limit(area.width()));
    return area.inset(0, line, 0, 0);
  }

  private void histogram(Histogram h, Rect area) {
    double line = builder.measure().height(Styles.SMALL);
    Rect inner = heading(Messages.WeightsScene_histogram, area).inset(4, 0, 4, line + TICK);
    if (inner.height() < 4 || inner.width() < 4) {
      return;
    }
    long most = Math.max(1, Arrays.stream(h.counts()).max().orElse(1));
    double band = inner.width() / h.counts().length;
    PathData.Builder bars = PathData.builder();
    boolean any = false;
    for (int i = 0; i < h.counts().length; i++) {
      if (h.counts()[i] > 0) {
        double height = Math.max(1, inner.height() * h.counts()[i] / most);
        double x = inner.x() + i * band;
        bars.moveTo(x, inner.bottom()).lineTo(x, inner.bottom() - height).lineTo(x + band, inner.bottom() - height)
            .lineTo(x + band, inner.bottom()).close();
        any = true;
      }
    }
    if (any) {
      builder.add(PathItem.filled(bars.build(), SceneColor.of(ThemeRole.ACCENT)));
    }
    builder.add(PathItem.stroked(PathData.line(inner.x(), inner.bottom(), inner.right(), inner.bottom()),
        Styles.FRAME));
    double end = Double.NEGATIVE_INFINITY;
    Ticks ticks = Ticks.between(h.min(), h.max(), (int) Math.clamp(inner.width() / 70, 2, 7));
    for (int i = 0; i < ticks.values().size(); i++) {
      double x = inner.x() + inner.width() * (ticks.values().get(i) - h.min()) / (h.max() - h.min());
      double half = builder.measure().width(ticks.labels().get(i), Styles.SMALL) / 2;
      builder.add(PathItem.stroked(PathData.line(x, inner.bottom(), x, inner.bottom() + TICK), Styles.FRAME));
      // numbers at the ends stay within the area
      double middle = Math.clamp(x, area.x() + half, Math.max(area.x() + half, area.right() - half));
      if (middle - half > end) {
        builder.add(TextItem.of(ticks.labels().get(i), middle, inner.bottom() + TICK, Styles.SMALL)
            .color(Styles.MUTED).align(Anchor.MIDDLE, Baseline.TOP));
        end = middle + half + Styles.GAP;
      }
    }
    builder.add(new HitGrid(inner, 1, h.counts().length, (row, bin) -> NLS.bind(Messages.WeightsScene_bin,
        new Object[] {Numbers.format(h.edge(bin)), Numbers.format(h.edge(bin + 1)),
            String.format("%,d", h.counts()[bin])})));
  }

  private void kernels(KernelPictures kernels, Rect area, int input) {
    int outputs = kernels.outputs();
    Rect free = heading(NLS.bind(Messages.WeightsScene_kernels, outputs, ""), area);
    KernelPicture first = kernels.picture(index(kernels, 0, input));
    double aspect = Math.clamp((double) first.width() / first.height(), 1 / MOST_ASPECT, MOST_ASPECT);
    double cell = cell(free, outputs, aspect);
    int wide = first.width() + 1;
    int high = first.height() + 1;
    int columns = (int) Math.clamp(Math.min(outputs, Math.floor(free.width() / (cell * aspect))), 1,
        Math.max(1, MOST_PIXELS / wide));
    int rows = (int) Math.clamp(Math.min((outputs + columns - 1) / columns, Math.floor(free.height() / cell)), 1,
        Math.max(1, MOST_PIXELS / high));
    int shown = Math.min(outputs, rows * columns);
    int[] argb = new int[columns * wide * rows * high];
    for (int k = 0; k < shown; k++) {
      KernelPicture p = kernels.picture(index(kernels, k, input));
      for (int y = 0; y < p.height(); y++) {
        System.arraycopy(p.argb(), y * p.width(), argb,
            ((k / columns) * high + y) * columns * wide + (k % columns) * wide, p.width());
      }
    }
    Rect bounds = new Rect(free.x(), free.y(), columns * cell * aspect, rows * cell);
    builder.add(new ImageItem(Raster.of(columns * wide, rows * high, argb), bounds, false, 1,
        Messages.WeightsScene_alt));
    boolean colour = kernels.picturesPerOutput() == 1;
    builder.add(new HitGrid(bounds, rows, columns, new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        int k = row * columns + column;
        if (k >= shown) {
          return "";
        }
        String what = colour ? NLS.bind(Messages.WeightsScene_kernel, k)
            : NLS.bind(Messages.WeightsScene_kernelInput, k, input);
        KernelPicture p = kernels.picture(index(kernels, k, input));
        String text = what + "\n" + NLS.bind(Messages.WeightsScene_scale, Numbers.format(p.scale()));
        return p.nonFinite() == 0 ? text
            : text + "\n" + NLS.bind(Messages.WeightsScene_nonFinite, p.nonFinite());
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        int k = row * columns + column;
        return k < shown ? Optional.of(Selection.of(Selection.CHANNEL, layer, k)) : Optional.empty();
      }
    }));
    if (shown < outputs) {
      builder.label(TextItem.of(NLS.bind(Messages.WeightsScene_more, shown, outputs), area.right(), area.y(),
          Styles.SMALL).color(Styles.MUTED).align(Anchor.END, Baseline.TOP).limit(area.width() / 2));
    }
  }

  private static long index(KernelPictures kernels, int output, int input) {
    int per = kernels.picturesPerOutput();
    return (long) output * per + (per == 1 ? 0 : Math.clamp(input, 0, per - 1));
  }

  /** Height of the largest cells of which all have room, or the smallest that can be told apart. */
  private static double cell(Rect area, int count, double aspect) {
    for (double cell = LARGEST_CELL; cell > LEAST_CELL; cell--) {
      double columns = Math.floor(area.width() / (cell * aspect));
      if (columns >= 1 && columns * Math.floor(area.height() / cell) >= count) {
        return cell;
      }
    }
    return LEAST_CELL;
  }
}
