/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.cost;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.loupe.graph.Node;
import org.loupe.graph.gradient.ShapeFacts;

/**
 * Counts multiply-adds: pairs of a multiplication and an addition in convolutions, matrix products, recurrent cells and
 * attention. Biases, pooling, normalisation, interpolation and functions of single numbers count nothing. That is the
 * measure of the tables that papers and model collections give (as "multiply-adds", "MACs", and often "FLOPs", though
 * it is half of these).
 */
public final class MultiplyAdds {
  private static final Map<String, CostRule> RULES = new HashMap<>();

  static {
    ConvolutionCosts.addTo(RULES);
    ProductCosts.addTo(RULES);
    SequenceCosts.addTo(RULES);
  }

  private MultiplyAdds() {
  }

  /**
   * The multiply-adds of a node.
   *
   * @param shapes extents of the node's values
   * @return zero for operators without products of matrices; empty where the operator is not known, has branches or
   *     loops, or extents are missing
   */
  public static OptionalLong of(Node node, ShapeFacts shapes) {
    CostRule rule = RULES.get(node.qualifiedType());
    if (rule == null) {
      return FreeOperators.contains(node.qualifiedType()) ? OptionalLong.of(0) : OptionalLong.empty();
    }
    try {
      return OptionalLong.of(rule.multiplyAdds(new NodeShapes(node, shapes)));
    } catch (UnknownCostException | ArithmeticException | IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }
}
