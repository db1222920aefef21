/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.api.subject.Picture;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.HitRegion;
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
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.text.TextMeasure;

/** A climb as scenes. Pure. */
final class ClimbScenes {
  /** A region of the curve selects a step. */
  static final String STEP = "step";
  private static final int LEAST_SIDE = 448;
  private static final double MARKER = 3.5;
  private static final int MOST_REGIONS = 300;

  private ClimbScenes() {
  }

  /** A picture with its pixels as they are, enlarged by a whole factor where it is small. */
  static Scene picture(Picture picture, String title, String description) {
    int factor = Math.max(1, LEAST_SIDE / Math.max(picture.width(), picture.height()));
    Rect bounds = new Rect(0, 0, (double) picture.width() * factor, (double) picture.height() * factor);
    Raster raster = Raster.of(picture.width(), picture.height(), picture.argb());
    return new Scene(bounds.width(), bounds.height(), SceneColor.of(ThemeRole.BACKGROUND), title, description,
        List.of(new ImageItem(raster, bounds, false, 1, description)));
  }

  /** The score over the steps, with a mark at one of them. */
  static Scene curve(List<Double> scores, int marked, int width, int height, TextMeasure measure) {
    double low = scores.stream().filter(Double::isFinite).mapToDouble(v -> v).min().orElse(0);
    double high = scores.stream().filter(Double::isFinite).mapToDouble(v -> v).max().orElse(1);
    if (!(low < high)) {
      low -= 0.5 * Math.max(1e-9, Math.abs(low));
      high += 0.5 * Math.max(1e-9, Math.abs(high));
    }
    SceneBuilder builder = new SceneBuilder(width, height, measure);
    PlotFrame frame = PlotFrame.of(new Rect(0, 2, width - 4.0, height - 4.0),
        Axis.numeric(0, Math.max(1, scores.size() - 1), Messages.ClimbScenes_step),
        Axis.numeric(low, high, Messages.ClimbScenes_score), measure);
    builder.title(Messages.ClimbScenes_title).addAll(frame.items());
    line(scores, frame).ifPresent(p -> builder.add(PathItem.stroked(p,
        Stroke.solid(SceneColor.of(ThemeRole.ACCENT), 1.6))));
    if (marked >= 0 && marked < scores.size() && Double.isFinite(scores.get(marked))) {
      double x = frame.x(marked);
      builder.add(PathItem.stroked(PathData.line(x, frame.inner().y(), x, frame.inner().bottom()),
          Stroke.solid(SceneColor.of(ThemeRole.MUTED), 1)));
      builder.add(PathItem.filled(PathData.circle(x, frame.y(scores.get(marked)), MARKER),
          SceneColor.of(ThemeRole.FOREGROUND)));
    }
    regions(scores, frame).forEach(builder::add);
    return builder.build();
  }

  /** Through the steps that were measured; empty if there are less than two. */
  private static Optional<PathData> line(List<Double> scores, PlotFrame frame) {
    PathData.Builder path = PathData.builder();
    int points = 0;
    for (int i = 0; i < scores.size(); i++) {
      if (Double.isFinite(scores.get(i))) {
        if (points++ == 0) {
          path.moveTo(frame.x(i), frame.y(scores.get(i)));
        } else {
          path.lineTo(frame.x(i), frame.y(scores.get(i)));
        }
      }
    }
    return points > 1 ? Optional.of(path.build()) : Optional.empty();
  }

  /** One for each measured step, as far as half the way to its neighbours. */
  private static List<HitRegion> regions(List<Double> scores, PlotFrame frame) {
    int[] measured = IntStream.range(0, scores.size()).filter(i -> !Double.isNaN(scores.get(i))).toArray();
    List<HitRegion> out = new ArrayList<>();
    int stride = Math.max(1, (measured.length + MOST_REGIONS - 1) / MOST_REGIONS);
    for (int i = 0; i < measured.length; i += stride) {
      int step = measured[i];
      double left = i == 0 ? frame.inner().x() : frame.x((step + measured[i - stride]) / 2.0);
      double right = i + stride < measured.length ? frame.x((step + measured[i + stride]) / 2.0)
          : frame.inner().right();
      out.add(HitRegion.of(new Rect(left, frame.inner().y(), Math.max(0, right - left), frame.inner().height()),
          Texts.bind(Messages.ClimbScenes_tip, step, Numbers.format(scores.get(step), 4)),
          Selection.of(STEP, "", step)));
    }
    return out;
  }
}
