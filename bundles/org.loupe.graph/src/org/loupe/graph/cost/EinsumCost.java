/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.cost;

import java.util.HashMap;
import java.util.Map;

/** Einsum: one multiplication less than there are operands for every setting of all indices; of one operand, none. */
final class EinsumCost {
  private static final String ELLIPSIS = "...";
  private final Map<String, Long> extents = new HashMap<>();

  private EinsumCost() {
  }

  static long of(NodeShapes n) {
    String equation = n.node().string("equation", "").replace(" ", "");
    int arrow = equation.indexOf("->");
    String[] terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
    if (terms.length != n.inputs()) {
      throw new UnknownCostException();
    }
    EinsumCost cost = new EinsumCost();
    for (int i = 0; i < terms.length; i++) {
      cost.term(terms[i], n.input(i));
    }
    long size = terms.length - 1;
    for (long extent : cost.extents.values()) {
      size = Math.multiplyExact(size, extent);
    }
    return size;
  }

  /** Letters name axes; what an ellipsis stands for is named by its place from the right. */
  private void term(String term, long[] shape) {
    int dots = term.indexOf(ELLIPSIS);
    int letters = term.length() - (dots < 0 ? 0 : ELLIPSIS.length());
    int hidden = shape.length - letters;
    if (hidden < 0 || dots < 0 && hidden > 0) {
      throw new UnknownCostException();
    }
    for (int axis = 0; axis < shape.length; axis++) {
      String name;
      if (dots >= 0 && axis >= dots && axis < dots + hidden) {
        name = ELLIPSIS + (dots + hidden - axis);
      } else {
        int at = dots >= 0 && axis >= dots ? axis - hidden + ELLIPSIS.length() : axis;
        name = term.substring(at, at + 1);
      }
      extents.merge(name, shape[axis], Math::max);
    }
  }
}
