/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.visualize.internal.Scenes.all;
import static org.loupe.visualize.internal.Scenes.assertTidy;
import static org.loupe.visualize.internal.Scenes.draw;
import static org.loupe.visualize.internal.Scenes.says;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.Curves;
import org.loupe.api.result.Curves.Axis;
import org.loupe.api.result.Curves.Series;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.text.TextMeasure;
import org.loupe.visualize.internal.Polyline;

class CurvesViewTest {
  private static final CurvesView VIEW = new CurvesView();
  private static final Axis SHARE = new Axis("share", "%");

  private static Curves curves(List<String> labels, Series... series) {
    return new Curves(new Axis(labels.isEmpty() ? "step" : "layer", ""), labels, List.of(series), Map.of());
  }

  private static Series series(String name, Axis axis, double... ys) {
    return new Series(name, axis, IntStream.range(0, ys.length).asDoubleStream().toArray(), ys);
  }

  private static List<PathItem> lines(Scene scene, int series) {
    return all(scene, PathItem.class).stream()
        .filter(p -> p.stroke().equals(Optional.of(SeriesLook.line(series)))).toList();
  }

  private static List<Rect> dots(Scene scene, int series) {
    return all(scene, PathItem.class).stream().filter(p -> p.fill().equals(Optional.of(SeriesLook.color(series)))
        && p.stroke().isEmpty()).map(p -> p.path().bounds()).toList();
  }

  @Test
  void pointsStandAtTheirValues() throws LoupeException {
    Scene scene = draw(VIEW, curves(List.of(), series("a", SHARE, 0, 5, 10)), 600, 400);
    List<Rect> dots = dots(scene, 0);
    assertEquals(3, dots.size());
    assertEquals(dots.get(1).centerX() - dots.get(0).centerX(), dots.get(2).centerX() - dots.get(1).centerX(), 1e-6);
    assertEquals(dots.get(0).centerY() - dots.get(1).centerY(), dots.get(1).centerY() - dots.get(2).centerY(), 1e-6);
    assertTrue(dots.get(0).centerY() > dots.get(2).centerY(), "up is more");
    Rect line = lines(scene, 0).getFirst().path().bounds();
    assertEquals(dots.get(0).centerX(), line.x(), 1e-6);
    assertEquals(dots.get(2).centerY(), line.y(), 1e-6);
    assertTrue(says(scene, "share (%)") && says(scene, "step"));
  }

  @Test
  void aLogarithmMakesFactorsEqualAndLeavesOutWhatHasNone() throws LoupeException {
    Scene scene = draw(VIEW, curves(List.of(), series("a", SHARE, 1, 10, 100, 0)), 600, 400, "logarithm", "true");
    List<Rect> dots = dots(scene, 0);
    assertEquals(3, dots.size());
    assertEquals(dots.get(0).centerY() - dots.get(1).centerY(), dots.get(1).centerY() - dots.get(2).centerY(), 1e-6);
    assertTrue(says(scene, "1 value not more than 0"));
  }

  @Test
  void aGapBreaksTheLineAndALonePointIsADot() throws LoupeException {
    Scene scene = draw(VIEW, curves(List.of(), series("a", SHARE, 1, 2, Double.NaN, 4, Double.NaN, 6, 7)), 600, 400,
        "points", "hide");
    int[] moves = new int[1];
    lines(scene, 0).getFirst().path().replay(new PathData.Sink() {
      @Override
      public void moveTo(double x, double y) {
        moves[0]++;
      }

      @Override
      public void lineTo(double x, double y) {
      }

      @Override
      public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
      }

      @Override
      public void close() {
      }
    });
    assertEquals(2, moves[0]);
    assertEquals(1, dots(scene, 0).size());
    assertTrue(says(scene, "2 values missing or not finite"));
  }

  @Test
  void whatMeasuresDifferentThingsHasPanelsThatAreAligned() throws LoupeException {
    Scene scene = draw(VIEW, curves(List.of("a", "b", "c"), series("dead", SHARE, 1, 2, 3),
        series("entropy", new Axis("entropy", "bit"), 100_000, 200_000, 300_000), series("sparse", SHARE, 3, 2, 1)),
        700, 500);
    for (int i = 0; i < 3; i++) {
      assertEquals(dots(scene, 0).get(i).centerX(), dots(scene, 1).get(i).centerX(), 1e-6);
      assertEquals(dots(scene, 0).get(i).centerX(), dots(scene, 2).get(i).centerX(), 1e-6);
    }
    assertTrue(dots(scene, 1).get(2).y() > dots(scene, 0).get(0).bottom(), "below the first panel");
    assertTrue(says(scene, "entropy (bit)") && says(scene, "dead") && says(scene, "sparse"));
    List<HitRegion> regions = all(scene, HitRegion.class).stream().filter(r -> r.selection().isPresent()).toList();
    assertEquals(6, regions.size(), "a place in each panel");
    assertEquals("b\ndead 2 %\nsparse 2 %", regions.get(1).tooltip());
    assertEquals(Selection.of(Selection.LAYER, "b"), regions.get(1).selection().orElseThrow());
    assertEquals("c\nentropy " + Numbers.format(300_000) + " bit", regions.get(5).tooltip());
  }

  @Test
  void numbersAnswerWithTheNearestPlace() throws LoupeException {
    Series a = new Series("a", SHARE, new double[] {0, 10, 1000}, new double[] {1, 2, 3});
    Series b = new Series("b", SHARE, new double[] {10}, new double[] {7});
    HitGrid grid = all(draw(VIEW, curves(List.of(), a, b), 600, 400), HitGrid.class).getFirst();
    assertEquals("step 0\na 1 %", grid.cells().tooltip(0, 0));
    assertEquals("step 10\na 2 %\nb 7 %", grid.cells().tooltip(0, grid.columns() / 4));
    assertEquals("step 1000\na 3 %", grid.cells().tooltip(0, grid.columns() - 1));
  }

  @Test
  void manyPointsOfAPixelKeepTheirExtremes() throws LoupeException {
    double[] ys = IntStream.range(0, 100_000).mapToDouble(i -> i == 54_321 ? 99 : i == 12_345 ? -50 : i % 3).toArray();
    PlotFrame frame = PlotFrame.of(new Rect(0, 0, 500, 300),
        org.loupe.scene.build.Axis.numeric(0, ys.length, ""), org.loupe.scene.build.Axis.numeric(-60, 110, ""),
        TextMeasure.best());
    double[] xs = IntStream.range(0, ys.length).asDoubleStream().toArray();
    Rect bounds = Polyline.of(xs, ys, frame).orElseThrow().bounds();
    assertEquals(frame.y(99), bounds.y(), 1e-6);
    assertEquals(frame.y(-50), bounds.bottom(), 1e-6);
    assertEquals(frame.x(99_999), bounds.right(), 1e-6);
    assertTrue(Polyline.of(new double[] {1}, new double[] {1}, frame).isEmpty());
  }

  @Test
  void namesKeepTheEndThatTellsThemApart() {
    TextMeasure measure = TextMeasure.best();
    List<String> names = List.of("features/stage1/block1/conv1/Relu_output_0",
        "features/stage1/block1/conv2/Relu_output_0");
    List<String> fitting = Names.fitting(names, 80, measure);
    assertTrue(fitting.get(0).endsWith("conv1") && fitting.get(1).endsWith("conv2"), fitting.toString());
    assertTrue(fitting.get(0).startsWith("\u2026"));
    assertEquals(names, Names.fitting(names, 5000, measure));
    assertEquals(List.of("abc"), Names.fitting(List.of("abc"), 1000, measure));
  }

  @Test
  void everyShapeAndSizeIsTidy() throws LoupeException {
    List<Curves> all = new ArrayList<>();
    for (int n : new int[] {1, 9, 60, 3000}) {
      List<String> names = IntStream.range(0, n).mapToObj(i -> "block" + i / 5 + "/conv" + i % 5 + "/Relu:0").toList();
      double[] ys = IntStream.range(0, n).mapToDouble(i -> Math.sin(i) * i).toArray();
      all.add(curves(names, series("sparsity", SHARE, ys), series("entropy", new Axis("entropy", "bit"), ys)));
      all.add(curves(List.of(), series("a", SHARE, ys)));
    }
    all.add(curves(List.of(), series("flat", SHARE, 1e300, 1e300, Double.POSITIVE_INFINITY)));
    all.add(curves(List.of(), series("huge", SHARE, -Double.MAX_VALUE, Double.MAX_VALUE)));
    all.add(curves(List.of(), series("none", SHARE, Double.NaN)));
    all.add(curves(List.of(), series("empty", SHARE)));
    all.add(curves(List.of()));
    Series[] many = IntStream.range(0, 20).mapToObj(i -> series("run " + i, SHARE, i, 2, 3)).toArray(Series[]::new);
    all.add(curves(List.of(), many));
    for (Curves c : all) {
      for (int[] size : new int[][] {{1, 1}, {300, 200}, {1600, 1000}, {300, 900}}) {
        for (String log : List.of("false", "true")) {
          assertTidy(c.labels().size() + " " + c.series().size() + " " + size[0] + " " + log,
              draw(VIEW, c, size[0], size[1], "logarithm", log));
        }
      }
    }
    assertTrue(says(draw(VIEW, all.get(10), 500, 300), "there is no value to show"));
  }
}
