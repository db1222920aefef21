/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.result.FeatureMaps;
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
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.Stroke;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Axis;
import org.loupe.scene.build.ColorBar;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.toolkit.activation.Plane;

/**
 * All channels of a layer without maps: a line of them, or a picture of tokens by channels. A click selects a channel.
 *
 * @param maps what the layer gave: a vector, tokens, or maps of a single place
 * @param range colours or heights go from here to there; empty for those of the values
 * @param selected the selected channel; negative for none
 * @param dark whether the ground is dark
 */
public record MatrixScene(FeatureMaps maps, Optional<double[]> range, int selected, boolean dark) {
  private static final int MOST = 2048;

  /** Draws it to fill an area. */
  public Scene draw(double width, double height) {
    SceneBuilder scene = new SceneBuilder(Math.max(160, width), Math.max(120, height));
    Plane plane = Plane.of(maps, 0, MOST);
    if (plane.sourceRows() == 1) {
      line(scene, plane);
    } else {
      matrix(scene, plane);
    }
    return scene.title(maps.layer()).description(NLS.bind(Messages.MatrixScene_description, maps.layer())).build();
  }

  private void line(SceneBuilder scene, Plane plane) {
    double[] ends = ends(plane);
    double min = Math.min(0, ends[0]);
    double max = Math.max(0, ends[1]);
    boolean range = max > min && !Double.isInfinite(max - min);
    PlotFrame frame = PlotFrame.of(scene.free(), Axis.numeric(-0.5, plane.sourceColumns() - 0.5,
        Messages.MatrixScene_channel), Axis.numeric(range ? min : 0, range ? max : 1, Messages.MatrixScene_value),
        scene.measure());
    scene.addAll(frame.items());
    double band = frame.inner().width() / plane.columns();
    double thick = Math.max(1, Math.min(24, band * 0.8));
    for (int c = 0; c < plane.columns(); c++) {
      double v = plane.values()[c];
      if (Double.isFinite(v)) {
        double x = frame.inner().x() + (c + 0.5) * band;
        double top = frame.y(Math.max(0, v));
        double bottom = frame.y(Math.min(0, v));
        scene.add(PathItem.filled(PathData.rect(new Rect(x - thick / 2, top, thick, Math.max(0.5, bottom - top))),
            SceneColor.of(channel(plane, c) == selected ? ThemeRole.WARNING : ThemeRole.ACCENT)));
      }
    }
    scene.add(hits(frame.inner(), plane));
  }

  private void matrix(SceneBuilder scene, Plane plane) {
    double[] ends = ends(plane);
    ColorScale colors = MapColors.of(ends[0], ends[1], dark);
    ColorBar legend = new ColorBar(colors, "");
    double bar = legend.height(scene.measure());
    Rect free = scene.free();
    scene.add(legend.horizontal(new Rect(free.x(), free.y(), Math.min(320, free.width()), bar), scene.measure()));
    // tokens go down, and are told by their tooltips
    PlotFrame frame = PlotFrame.of(free.inset(0, bar + Styles.GAP, 0, 0),
        Axis.numeric(-0.5, plane.sourceColumns() - 0.5, Messages.MatrixScene_channel),
        Axis.categories(List.of(""), NLS.bind(Messages.MatrixScene_tokens, plane.sourceRows())), scene.measure());
    scene.addAll(frame.items());
    Rect inner = frame.inner();
    double[] values = plane.values();
    scene.add(new ImageItem(Raster.of(plane.columns(), plane.rows(),
        (x, y) -> colors.argb(values[y * plane.columns() + x])), inner, false, 1, Messages.MatrixScene_matrix));
    if (selected >= 0) {
      double x = frame.x(selected);
      scene.add(PathItem.stroked(PathData.line(x, inner.y(), x, inner.bottom()),
          Stroke.solid(SceneColor.of(ThemeRole.WARNING), 1.5)));
    }
    scene.add(PathItem.stroked(PathData.rect(inner), Styles.FRAME));
    scene.add(hits(inner, plane));
  }

  private double[] ends(Plane plane) {
    Summary s = Summary.of(plane.values());
    return range.orElse(new double[] {s.min(), s.max()});
  }

  private static int channel(Plane plane, int column) {
    return (int) (column * plane.sourceColumns() / plane.columns());
  }

  private HitGrid hits(Rect bounds, Plane plane) {
    return new HitGrid(bounds, plane.rows(), plane.columns(), new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        String value = Numbers.format(plane.values()[row * plane.columns() + column]);
        return plane.sourceRows() == 1
            ? NLS.bind(Messages.MatrixScene_tip, channel(plane, column), value)
            : NLS.bind(Messages.MatrixScene_tokenTip,
                new Object[] {row * plane.sourceRows() / plane.rows(), channel(plane, column), value});
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        return Optional.of(Selection.of(Selection.CHANNEL, maps.layer(), channel(plane, column)));
      }
    });
  }
}
