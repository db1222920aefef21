/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import java.util.List;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.Item;

/**
 * Where an item stands, in pixels at 100 %.
 *
 * @param item a node, or a group
 * @param open whether it is drawn around what is in it
 * @param depth number of open groups around it
 * @param lines what is written in it, the first one in bold
 * @param nodes the nodes that it stands for
 */
public record Box(Item item, double x, double y, double width, double height, boolean open, int depth,
    List<String> lines, List<GraphNode> nodes) {
  public Box {
    lines = List.copyOf(lines);
    nodes = List.copyOf(nodes);
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }
}
