/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Color;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.layout.Metrics;
import org.loupe.ui.graph.layout.Wire;
import org.loupe.ui.graph.paint.GraphTheme;
import org.loupe.ui.graph.paint.Styles;

/** The whole drawing as a scene, for files. */
final class GraphScene {
  private static final double ARROW = 7;

  private final GraphTheme theme;
  private final List<Item> items = new ArrayList<>();

  private GraphScene(GraphTheme theme) {
    this.theme = theme;
  }

  static Scene of(Drawing drawing, Styles styles, GraphTheme theme, String title, String description) {
    GraphScene scene = new GraphScene(theme);
    List<Box> boxes = drawing.boxes();
    boxes.stream().filter(Box::open).forEach(scene::group);
    drawing.wires().forEach(scene::wire);
    for (int i = 0; i < boxes.size(); i++) {
      if (!boxes.get(i).open()) {
        scene.box(boxes.get(i), styles.fill(i), styles.value(i));
      }
    }
    return new Scene(drawing.width(), drawing.height(), argb(theme.ground()), title, description, scene.items);
  }

  private static SceneColor argb(Color c) {
    return SceneColor.argb(0xff000000 | c.getRed() << 16 | c.getGreen() << 8 | c.getBlue());
  }

  private void group(Box b) {
    rect(b, b.depth() % 2 == 0 ? theme.group() : theme.groupAlternate(), theme.wire());
    items.add(TextItem.of(b.lines().get(0), b.x() + 6, b.y() + Metrics.TITLE / 2, TextStyle.bold(Metrics.LETTERS))
        .color(argb(theme.text())).align(Anchor.START, Baseline.MIDDLE));
  }

  private void rect(Box b, Color fill, Color border) {
    items.add(new PathItem(PathData.rect(new Rect(b.x(), b.y(), b.width(), b.height())), Optional.of(argb(fill)),
        Optional.of(Stroke.solid(argb(border), 1))));
  }

  private void wire(Wire w) {
    items.add(PathItem.stroked(PathData.polyline(w.points()), Stroke.solid(argb(theme.wire()), 1)));
    if (w.target() != null) {
      items.add(PathItem.filled(PathData.builder().moveTo(w.endX() - ARROW / 2, w.endY() - ARROW)
          .lineTo(w.endX() + ARROW / 2, w.endY() - ARROW).lineTo(w.endX(), w.endY()).close().build(),
          argb(theme.wire())));
    }
  }

  private void box(Box b, Color fill, String value) {
    rect(b, fill, theme.border());
    SceneColor text = argb(GraphTheme.textOn(fill.getRGB()));
    int n = b.lines().size();
    for (int i = 0; i < n; i++) {
      String line = value != null && i > 0 && i == n - 1 ? value : b.lines().get(i);
      items.add(TextItem.of(line, b.centerX(), b.centerY() + (i - (n - 1) / 2.0) * Metrics.LINE,
          i == 0 ? TextStyle.bold(Metrics.LETTERS) : TextStyle.plain(Metrics.LETTERS)).color(text)
          .align(Anchor.MIDDLE, Baseline.MIDDLE));
    }
  }
}
