/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.Arrays;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.explain.trees.internal.NodeTable.Node;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;

/**
 * Draws a tree from left to right, a line for each leaf: what nodes ask, how the rows that come there are distributed,
 * and in the accent colour the way of a row. The branch where a test holds is above the other.
 */
public final class TreePicture implements Visualizer<CustomResult, TreePictureOptions> {
  private static final double LEAST_WIDTH = 320;
  private static final double LINE = 46;
  private static final double BARS = 18;
  private static final double LEAST_LEVEL = 175;
  private static final int MOST_LEVELS = 100;
  private static final SceneColor ACCENT = SceneColor.of(ThemeRole.ACCENT);

  @Override
  public Class<CustomResult> resultType() {
    return CustomResult.class;
  }

  @Override
  public Class<TreePictureOptions> optionsType() {
    return TreePictureOptions.class;
  }

  @Override
  public boolean accepts(CustomResult result) {
    return result.kind().equals(TreeDrawing.KIND);
  }

  @Override
  public Scene prepare(CustomResult result, ViewRequest<TreePictureOptions> request) throws LoupeException {
    NodeTable table;
    try {
      table = NodeTable.of(result);
    } catch (IllegalArgumentException e) {
      throw LoupeException.notApplicable("the result cannot be drawn as a tree: " + e.getMessage());
    }
    Drawing drawing = new Drawing(table, table.leaves() <= request.options().leaves());
    int lines = drawing.place(0, 0, 0);
    if (drawing.levels > MOST_LEVELS) {
      throw LoupeException.notApplicable("the row's way has " + drawing.levels + " levels; at most " + MOST_LEVELS
          + " are drawn; look at the table");
    }
    double width = Math.max(Math.max(LEAST_WIDTH, request.width()), (drawing.levels + 1) * LEAST_LEVEL);
    SceneBuilder scene = new SceneBuilder(width, Math.max(request.height(), 110 + lines * LINE));
    scene.header(request.title(), drawing.whole ? "each bar: rows by the values of the column that is asked"
        : "the row's way only; what branches off it is closed");
    scene.description(result.text());
    drawing.draw(scene, lines);
    return scene.build();
  }

  /** Where nodes are, and what is drawn of them. */
  private static final class Drawing {
    private final NodeTable table;
    private final boolean whole;
    private final double[] line;
    private final int[] level;
    private int levels;

    Drawing(NodeTable table, boolean whole) {
      this.table = table;
      this.whole = whole;
      line = new double[table.nodes().size()];
      level = new int[table.nodes().size()];
      Arrays.fill(line, -1);
    }

    private boolean isOpen(Node node) {
      return !node.isLeaf() && (whole || node.onWay());
    }

    /** Places a node and what is below, from a line on. @return the next free line */
    int place(int at, int depth, int first) {
      Node node = table.nodes().get(at);
      level[at] = depth;
      levels = Math.max(levels, depth);
      if (!isOpen(node) || depth > MOST_LEVELS) {
        line[at] = first;
        return first + 1;
      }
      int middle = place(node.yes(), depth + 1, first);
      int next = place(node.no(), depth + 1, middle);
      line[at] = (line[node.yes()] + line[node.no()]) / 2;
      return next;
    }

    void draw(SceneBuilder scene, int lines) {
      Rect free = scene.free();
      double step = free.width() / (levels + 1);
      double tall = Math.min(2 * LINE, free.height() / lines);
      for (int at = 0; at < line.length; at++) {
        if (line[at] >= 0) {
          draw(scene, at, free, step, tall);
        }
      }
    }

    private void draw(SceneBuilder scene, int at, Rect free, double step, double tall) {
      Node node = table.nodes().get(at);
      double x = free.x() + level[at] * step;
      double y = free.y() + (line[at] + 0.5) * tall;
      double wide = step - 3 * Styles.GAP;
      if (isOpen(node)) {
        for (int child : new int[] {node.yes(), node.no()}) {
          Node to = table.nodes().get(child);
          double end = free.y() + (line[child] + 0.5) * tall;
          scene.add(PathItem.stroked(PathData.polyline(x + wide, y, x + step - 2 * Styles.GAP, y,
              x + step - 2 * Styles.GAP, end, x + step - Styles.GAP, end),
              Stroke.solid(to.onWay() ? ACCENT : Styles.MUTED, to.onWay() ? 3 : 1)));
        }
      }
      String text = node.isLeaf() ? node.adds() : isOpen(node) ? node.asks() : node.asks() + " \u2026";
      scene.label(TextItem.of(text, x, y - 2, Styles.BODY).color(node.onWay() ? ACCENT : Styles.FOREGROUND)
          .align(Anchor.START, Baseline.BOTTOM).limit(wide));
      boolean bars = isOpen(node) && node.distribution().length > 0;
      if (bars) {
        bars(scene, node, new Rect(x, y + 2, Math.min(wide, 90) * 0.55, BARS));
      }
      scene.label(TextItem.of(node.rows() + (node.rows() == 1 ? " row" : " rows"),
          bars ? x + Math.min(wide, 90) * 0.55 + Styles.GAP : x, y + 2, Styles.SMALL).color(Styles.MUTED)
          .align(Anchor.START, Baseline.TOP).limit(bars ? wide - Math.min(wide, 90) * 0.55 - Styles.GAP : wide));
    }

    private static void bars(SceneBuilder scene, Node node, Rect at) {
      long most = Arrays.stream(node.distribution()).max().orElse(1);
      double wide = at.width() / node.distribution().length;
      for (int bin = 0; bin < node.distribution().length; bin++) {
        if (node.distribution()[bin] > 0) {
          double tall = at.height() * node.distribution()[bin] / most;
          scene.add(PathItem.filled(PathData.rect(new Rect(at.x() + bin * wide, at.bottom() - tall,
              Math.max(0.5, wide - 0.5), tall)), node.onWay() ? ACCENT : Styles.MUTED));
        }
      }
      scene.add(PathItem.stroked(PathData.line(at.x(), at.bottom(), at.right(), at.bottom()), Styles.FRAME));
    }
  }
}
