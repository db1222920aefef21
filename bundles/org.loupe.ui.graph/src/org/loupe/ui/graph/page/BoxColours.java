/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.eclipse.swt.graphics.Color;
import org.loupe.math.color.ColorMap;
import org.loupe.math.color.ColorMaps;
import org.loupe.ui.graph.colour.NodeValues;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.paint.GraphTheme;
import org.loupe.ui.graph.paint.Styles;

/** Turns values of layers into colours and texts of boxes. */
final class BoxColours {
  static final ColorMap MAP = ColorMaps.VIRIDIAN;

  private final NodeValues values;
  private final GraphTheme theme;
  private final Map<Integer, Color> colors = new HashMap<>();

  /** @param values null as long as nothing is known */
  BoxColours(NodeValues values, GraphTheme theme) {
    this.values = values;
    this.theme = theme;
  }

  Styles styles(Drawing drawing) {
    List<Box> boxes = drawing.boxes();
    Color[] fills = new Color[boxes.size()];
    String[] texts = new String[boxes.size()];
    Scale scale = values instanceof NodeValues.Numbers n ? scale(n, boxes) : null;
    for (int i = 0; i < fills.length; i++) {
      Box box = boxes.get(i);
      fills[i] = theme.neutral();
      if (box.open() || values == null) {
        continue;
      }
      if (values instanceof NodeValues.Kinds kinds) {
        NodeValues.Kind kind = kind(kinds, box);
        fills[i] = kind == null ? theme.neutral() : color(kind.rgb());
      } else if (values instanceof NodeValues.Numbers numbers) {
        OptionalDouble value = number(numbers, box);
        if (value.isPresent()) {
          fills[i] = color(MAP.argb(scale.position(value.getAsDouble())));
          texts[i] = numbers.unit().format(value.getAsDouble());
        }
      }
    }
    return new Styles(fills, texts);
  }

  private Color color(int rgb) {
    return colors.computeIfAbsent(rgb & 0xffffff, c -> new Color(c >> 16 & 255, c >> 8 & 255, c & 255));
  }

  /** What a box is in words; empty if nothing is known. */
  String text(Box box) {
    if (values instanceof NodeValues.Kinds kinds) {
      NodeValues.Kind kind = kind(kinds, box);
      return kind == null ? "" : kind.label();
    }
    if (values instanceof NodeValues.Numbers numbers) {
      OptionalDouble value = number(numbers, box);
      if (value.isPresent()) {
        return numbers.quantity() + ": " + numbers.unit().format(value.getAsDouble());
      }
      for (GraphNode node : box.nodes()) {
        for (String layer : node.layers()) {
          if (numbers.remarks().containsKey(layer)) {
            return numbers.quantity() + ": " + numbers.remarks().get(layer);
          }
        }
      }
    }
    return "";
  }

  /** From the least to the greatest number of what is drawn. */
  static Scale scale(NodeValues.Numbers numbers, List<Box> boxes) {
    return Scale.of(boxes.stream().filter(b -> !b.open()).map(b -> number(numbers, b)).filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble).toArray(), numbers.sum());
  }

  static OptionalDouble number(NodeValues.Numbers numbers, Box box) {
    double sum = 0;
    int count = 0;
    for (GraphNode node : box.nodes()) {
      for (String layer : node.layers()) {
        Double value = numbers.byLayer().get(layer);
        if (value != null) {
          sum += value;
          count++;
        }
      }
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers.sum() ? sum : sum / count);
  }

  /** The kind of most of a box's layers, or the first that occurs; null if none has one. */
  static NodeValues.Kind kind(NodeValues.Kinds kinds, Box box) {
    Map<String, Integer> counts = new HashMap<>();
    for (GraphNode node : box.nodes()) {
      for (String layer : node.layers()) {
        String kind = kinds.byLayer().get(layer);
        if (kind != null) {
          counts.merge(kind, 1, Integer::sum);
        }
      }
    }
    NodeValues.Kind best = null;
    for (NodeValues.Kind kind : kinds.kinds()) {
      int count = counts.getOrDefault(kind.id(), 0);
      if (count > 0 && (best == null || !kinds.first() && count > counts.get(best.id()))) {
        best = kind;
      }
    }
    // a closed group of several operators is none of them
    return best != null && !kinds.first() && counts.size() > 1 && box.nodes().size() > 1 ? null : best;
  }
}
