/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.ui.graph.model.Folding;
import org.loupe.ui.graph.model.GraphTree;
import org.loupe.ui.graph.model.Item;

/** A graph as it is laid out. Immutable. */
public final class Drawing {
  private final GraphTree tree;
  private final Folding folding;
  private final double width;
  private final double height;
  private final List<Box> boxes;
  private final List<Wire> wires;
  private final Map<Item, Box> byItem = new IdentityHashMap<>();

  /** @param boxes each open group before what is in it */
  Drawing(GraphTree tree, Folding folding, double width, double height, List<Box> boxes, List<Wire> wires) {
    this.tree = tree;
    this.folding = folding;
    this.width = width;
    this.height = height;
    this.boxes = List.copyOf(boxes);
    this.wires = List.copyOf(wires);
    this.boxes.forEach(b -> byItem.put(b.item(), b));
  }

  public GraphTree tree() {
    return tree;
  }

  public Folding folding() {
    return folding;
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  public List<Box> boxes() {
    return boxes;
  }

  public List<Wire> wires() {
    return wires;
  }

  /** Where an item is drawn; empty while a group around it is closed. */
  public Optional<Box> box(Item item) {
    return Optional.ofNullable(byItem.get(item));
  }

  /** What stands for an item: its own box, or that of the closed group that it is in. */
  public Optional<Box> shown(Item item) {
    return box(folding.shown(tree, item));
  }
}
