/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.norm;

import java.util.Arrays;
import java.util.Optional;
import org.loupe.graph.Node;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/**
 * A layer normalisation that a model writes out, {@code d / sqrt(mean(d^2) + eps)} with {@code d = x - mean(x)}: it is
 * differentiated as one.
 */
public final class Standardization {
  private static final long AXES_ARE_INPUTS = 18;

  private Standardization() {
  }

  /** Gives the cotangent of x if the division is such a normalisation's last step. */
  public static boolean differentiate(RuleContext c) {
    Optional<Node> centred = c.wants(0) && c.wants(1) ? c.inner(c.input(0)).filter(n -> n.is("Sub")) : Optional.empty();
    if (centred.isEmpty()) {
      return false;
    }
    String x = centred.get().input(0);
    String d = centred.get().output(0);
    Optional<int[]> axes = c.inner(centred.get().input(1)).filter(n -> n.input(0).equals(x)).flatMap(n -> meanOf(c, n));
    Optional<int[]> same = c.inner(c.input(1)).filter(n -> n.is("Sqrt")).flatMap(n -> c.inner(n.input(0)))
        .filter(n -> n.is("Add") && c.number(n.input(1)).isPresent()).flatMap(n -> c.inner(n.input(0)))
        .filter(n -> c.inner(n.input(0)).filter(s -> isSquareOf(c, s, d)).isPresent()).flatMap(n -> meanOf(c, n));
    if (axes.isEmpty() || same.isEmpty() || !Arrays.equals(axes.get(), same.get())) {
      return false;
    }
    String inverse = c.emit().op("Reciprocal", c.input(1));
    c.giveTo(x, new Standardized(d, inverse, axes.get()).backward(c.emit(), c.cotangent()));
    return true;
  }

  /** The axes of a mean that keeps them; empty for any other node. */
  private static Optional<int[]> meanOf(NodeFacts c, Node node) {
    if (!node.is("ReduceMean") || node.intValue("keepdims", 1) == 0) {
      return Optional.empty();
    }
    Optional<long[]> axes = c.opset() < AXES_ARE_INPUTS ? node.ints("axes") : c.wholeNumbers(node.input(1));
    return axes.filter(a -> a.length > 0).map(a -> NodeFacts.axes(a, c.rank(node.input(0)))).map(a -> {
      Arrays.sort(a);
      return a;
    });
  }

  private static boolean isSquareOf(NodeFacts c, Node node, String d) {
    boolean power = node.is("Pow") && c.number(node.input(1)).filter(n -> n == 2).isPresent();
    return node.input(0).equals(d) && (power || node.is("Mul") && node.input(1).equals(d));
  }
}
