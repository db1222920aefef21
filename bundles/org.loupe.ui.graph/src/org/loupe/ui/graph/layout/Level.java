/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import java.util.List;
import java.util.Map;
import org.loupe.ui.graph.model.Item;

/**
 * What is in one open group, laid out from the group's upper left corner.
 *
 * @param width of the group with its border
 * @param height of the group with its title and border
 * @param places of its items
 * @param lines in it
 * @param entries where values from outside cross the upper border, by the item that they come from
 * @param exits where values leave by the lower border
 */
record Level(double width, double height, Map<Item, Place> places, List<Line> lines, Map<Item, Double> entries,
    Map<Item, Double> exits) {

  /** Where an item stands, and what is in it if it is open. */
  record Place(double x, double y, double width, double height, Level inside) {
  }

  /** A line by its bends. @param to null where it ends at the border */
  record Line(Item value, Item from, Item to, double[] points) {
  }
}
