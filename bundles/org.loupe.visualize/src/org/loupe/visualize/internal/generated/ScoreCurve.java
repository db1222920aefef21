/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.generated;

import java.util.stream.IntStream;
import org.loupe.api.result.GeneratedInput;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.scene.HitGrid;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Axis;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.visualize.internal.Polyline;

/** The objective through the measured steps, with a mark at the step that is shown. */
final class ScoreCurve {
  private ScoreCurve() {
  }

  static void draw(SceneBuilder scene, Rect area, GeneratedInput result, int step) {
    double[] scores = result.scores().stream().mapToDouble(Double::doubleValue).toArray();
    Summary all = Summary.of(scores);
    double low = all.finite() == 0 ? 0 : Math.max(all.min(), -Double.MAX_VALUE / 4);
    double high = all.finite() == 0 ? 1 : Math.min(all.max(), Double.MAX_VALUE / 4);
    double room = high > low ? (high - low) * 0.05 : Math.max(0.5, Math.abs(low) * 0.1);
    PlotFrame frame = PlotFrame.of(area, Axis.numeric(0, scores.length - 1.0, "step"),
        Axis.numeric(low - room, high + room, "objective"), scene.measure());
    scene.addAll(frame.items());
    int[] measured = IntStream.range(0, scores.length).filter(i -> !Double.isNaN(scores[i])).toArray();
    double[] steps = IntStream.of(measured).asDoubleStream().toArray();
    double[] values = IntStream.of(measured).mapToDouble(i -> scores[i]).toArray();
    Stroke line = Stroke.solid(SceneColor.of(ThemeRole.ACCENT), 2);
    Polyline.of(steps, values, frame).ifPresent(p -> scene.add(PathItem.stroked(p, line)));
    if (Double.isFinite(scores[step])) {
      scene.add(PathItem.filled(PathData.circle(frame.x(step), frame.y(Math.clamp(scores[step], low, high)), 4),
          SceneColor.of(ThemeRole.ACCENT)));
    }
    scene.add(new HitGrid(frame.inner(), 1, scores.length, (row, column) -> "step " + column + "\n"
        + (Double.isNaN(scores[column]) ? "not measured" : "objective " + Numbers.format(scores[column]))));
  }
}
