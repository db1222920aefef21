/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import java.util.ArrayList;
import java.util.List;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.Group;
import org.loupe.ui.graph.model.Item;

/** What is written in a box, and how large the box must be for it. */
final class BoxText {
  /** Bold letters are wider than those that were measured. */
  private static final double BOLD = 1.12;
  private static final double WIDEST = 190;
  private static final double NARROWEST = 70;
  private static final double PADDING = 9;

  private final TextWidths widths;

  BoxText(TextWidths widths) {
    this.widths = widths;
  }

  List<String> lines(Item item) {
    List<String> lines = new ArrayList<>();
    if (item instanceof Group g) {
      lines.add(widths.fit(g.title(), WIDEST / BOLD));
      lines.add(g.size() == 1 ? "1 node" : String.format("%,d nodes", g.size()));
    } else {
      GraphNode n = (GraphNode) item;
      String name = lastParts(n.name());
      lines.add(widths.fit(n.operator().isEmpty() ? name : n.operator(), WIDEST / BOLD));
      if (!n.shape().isEmpty()) {
        lines.add(widths.fit(n.shape(), WIDEST));
      }
      if (!n.operator().isEmpty()) {
        lines.add(widths.fit(name, WIDEST));
      }
    }
    return lines;
  }

  /** The end of a path: what is before it, the groups around the box tell. */
  private static String lastParts(String name) {
    String[] parts = name.split("/");
    int n = parts.length;
    return n < 3 ? name : parts[n - 2] + "/" + parts[n - 1];
  }

  double width(List<String> lines) {
    double widest = widths.width(lines.get(0)) * BOLD;
    for (String line : lines) {
      widest = Math.max(widest, widths.width(line));
    }
    return Math.max(NARROWEST, Math.ceil(widest + 2 * PADDING));
  }

  static double height(List<String> lines) {
    return Metrics.PAD_TOP + lines.size() * Metrics.LINE + Metrics.PAD_TOP;
  }

  /** The least that an open group needs for its title, which leaves the middle to the lines that enter. */
  double titleWidth(Group group) {
    return 2 * (widths.width(title(group)) * BOLD + 2 * PADDING);
  }

  String title(Group group) {
    return widths.fit(group.title(), 2 * WIDEST);
  }
}
