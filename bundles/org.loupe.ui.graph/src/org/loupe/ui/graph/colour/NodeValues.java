/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.ui.api.parts.Quantity;

/** What the layers of a model are coloured by. */
public sealed interface NodeValues {
  /** One sentence on what is shown and where it comes from, for the legend; may be empty. */
  String note();

  /**
   * A kind that each layer is of.
   *
   * @param kinds in the order of the legend; where a closed group holds several kinds, it has the first of them that
   *     occurs if {@code first}, else the one that occurs most
   * @param byLayer id of the kind of each layer; a layer that is not in here has none
   */
  record Kinds(List<Kind> kinds, Map<String, String> byLayer, boolean first, String note) implements NodeValues {
    public Kinds {
      kinds = List.copyOf(kinds);
      byLayer = Map.copyOf(byLayer);
    }
  }

  /** A kind of layers. @param rgb its colour, as 0xrrggbb, on light and dark grounds */
  record Kind(String id, String label, int rgb) {
  }

  /**
   * A number for each layer.
   *
   * @param quantity what it is, for the legend
   * @param unit how it is written
   * @param byLayer the number of each layer that has one; not NaN
   * @param remarks what is said of layers that have none, in place of a number
   * @param sum whether the number of a closed group is the sum of those in it; else it is their mean
   */
  record Numbers(String quantity, Quantity unit, Map<String, Double> byLayer, Map<String, String> remarks, boolean sum,
      String note) implements NodeValues {
    public Numbers {
      byLayer = Collections.unmodifiableMap(new LinkedHashMap<>(byLayer));
      remarks = Map.copyOf(remarks);
    }
  }
}
