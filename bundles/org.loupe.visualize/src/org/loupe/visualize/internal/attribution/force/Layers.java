/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.force;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.HitGrid;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.Stroke;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.PlotFrame;
import org.loupe.visualize.internal.attribution.NumberAxis;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;

/**
 * Features stacked on both sides of the scores of rows.
 *
 * @param order positions of rows from left to right
 * @param raises by layer and column: the part of a layer that raises; the last layer is that of all other features
 * @param lowers the same for what lowers, as positive numbers
 */
record Layers(Sheet sheet, List<Integer> order, Shown shown, double[][] raises, double[][] lowers) {
  private static final double STRONG = 0.34;
  private static final double FADE = 0.2;
  private static final double EDGED = 4;
  private static final double PIXEL = 3;

  static Layers of(Sheet sheet, List<Integer> order, Shown shown) {
    double[][] raises = new double[shown.lines()][order.size()];
    double[][] lowers = new double[shown.lines()][order.size()];
    for (int c = 0; c < order.size(); c++) {
      double[] row = sheet.row(order.get(c));
      for (int k = 0; k < shown.lines(); k++) {
        List<Integer> features = k < shown.own().size() ? List.of(shown.own().get(k)) : shown.others();
        for (int f : features) {
          raises[k][c] += Math.max(0, row[f]);
          lowers[k][c] += Math.max(0, -row[f]);
        }
      }
    }
    return new Layers(sheet, order, shown, raises, lowers);
  }

  private double score(int column) {
    return sheet.score(order.get(column));
  }

  private static double sum(double[][] parts, int column, int layers) {
    double sum = 0;
    for (int k = 0; k < layers; k++) {
      sum += parts[k][column];
    }
    return sum;
  }

  /** Least and greatest number that is drawn. */
  double[] span() {
    double least = sheet.meanBase();
    double most = least;
    for (int c = 0; c < order.size(); c++) {
      least = Math.min(least, score(c) - sum(raises, c, raises.length));
      most = Math.max(most, score(c) + sum(lowers, c, lowers.length));
    }
    return NumberAxis.span(least, most);
  }

  List<Item> items(PlotFrame frame) {
    List<Item> items = new ArrayList<>();
    for (int k = 0; k < raises.length; k++) {
      double tint = STRONG - FADE * k / Math.max(1, raises.length - 1);
      boolean edged = frame.x(1) - frame.x(0) >= EDGED;
      layer(raises, k, -1, frame).ifPresent(p -> items.add(shape(p, 0.5 + tint, edged)));
      layer(lowers, k, 1, frame).ifPresent(p -> items.add(shape(p, 0.5 - tint, edged)));
    }
    return items;
  }

  /** @param edged whether it is told apart by lines; they would hide narrow columns */
  private static PathItem shape(PathData path, double tint, boolean edged) {
    return new PathItem(path, Optional.of(SceneColor.argb(ColorMaps.BLUE_WHITE_RED.argb(tint))),
        edged ? Optional.of(Stroke.solid(SceneColor.of(ThemeRole.BACKGROUND, 0.6), 0.75)) : Optional.empty());
  }

  /** A closed shape for each run of columns in which the layer is more than nothing. */
  private Optional<PathData> layer(double[][] parts, int k, int side, PlotFrame frame) {
    PathData.Builder path = PathData.builder();
    boolean any = false;
    for (int from = 0; from < order.size();) {
      int to = from;
      while (to < order.size() && parts[k][to] > 0) {
        to++;
      }
      if (to > from) {
        any = true;
        run(parts, k, side, from, to, frame, path);
      }
      from = Math.max(to, from + 1);
    }
    return any ? Optional.of(path.build()) : Optional.empty();
  }

  private void run(double[][] parts, int k, int side, int from, int to, PlotFrame frame, PathData.Builder path) {
    for (int c = from; c < to; c++) {
      double y = frame.y(score(c) + side * sum(parts, c, k));
      if (c == from) {
        path.moveTo(frame.x(c), y);
      } else {
        path.lineTo(frame.x(c), y);
      }
      path.lineTo(frame.x(c + 1), y);
    }
    for (int c = to - 1; c >= from; c--) {
      double y = frame.y(score(c) + side * sum(parts, c, k + 1));
      path.lineTo(frame.x(c + 1), y).lineTo(frame.x(c), y);
    }
    path.close();
  }

  PathData scores(PlotFrame frame) {
    PathData.Builder path = PathData.builder().moveTo(frame.x(0), frame.y(score(0)));
    for (int c = 0; c < order.size(); c++) {
      path.lineTo(frame.x(c), frame.y(score(c))).lineTo(frame.x(c + 1), frame.y(score(c)));
    }
    return path.build();
  }

  HitGrid hits(PlotFrame frame) {
    Rect inner = frame.inner();
    int lines = (int) Math.max(1, inner.height() / PIXEL);
    double top = span()[1];
    double bottom = span()[0];
    return new HitGrid(inner, lines, order.size(), new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        Optional<Integer> feature = at(row, column);
        int at = order.get(column);
        return feature.map(f -> sheet.tooltip(at, f)).orElseGet(() -> "row " + sheet.name(at)) + "\nscore "
            + Numbers.format(sheet.score(at), 6);
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        int at = order.get(column);
        return Optional.of(at(row, column).map(f -> sheet.selection(at, f)).orElseGet(() -> sheet.rowSelection(at)));
      }

      @Override
      public List<PathData> outlines(Selection thing) {
        int at = sheet.row(thing).isPresent() ? order.indexOf(sheet.row(thing).getAsInt()) : -1;
        return at < 0 ? List.of()
            : List.of(PathData.rect(new Rect(frame.x(at), inner.y(), frame.x(at + 1) - frame.x(at), inner.height())));
      }

      private Optional<Integer> at(int row, int column) {
        double share = (row + 0.5) / lines;
        return feature(column, top * (1 - share) + bottom * share);
      }
    });
  }

  /** The feature whose layer is at a number in a column; empty if there is none or it is one of the others. */
  Optional<Integer> feature(int column, double number) {
    double[][] parts = number < score(column) ? raises : lowers;
    double away = Math.abs(number - score(column));
    double passed = 0;
    for (int k = 0; k < shown.own().size(); k++) {
      passed += parts[k][column];
      if (away < passed) {
        return Optional.of(shown.own().get(k));
      }
    }
    return Optional.empty();
  }
}
