/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.reduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.graph.Dim;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/**
 * Over which axes a node reduces.
 *
 * @param axes positions, ascending
 * @param keepDims whether they stay with extent 1
 */
record Reduction(int[] axes, boolean keepDims) {

  static Reduction of(NodeFacts c) {
    int rank = c.rank(c.input(0));
    Optional<long[]> list = c.attributeOrInput("axes", 1);
    boolean none = list.isEmpty() || list.get().length == 0;
    boolean nothing = none && c.node().intValue("noop_with_empty_axes", 0) == 1;
    int[] axes = nothing ? new int[0] : none ? IntStream.range(0, rank).toArray() : NodeFacts.axes(list.get(), rank);
    Arrays.sort(axes);
    return new Reduction(axes, nothing || c.node().intValue("keepdims", 1) == 1);
  }

  /** A value of the output's shape with the reduced axes, extent 1, put back. */
  String kept(RuleContext c, String reduced) {
    return keepDims ? reduced : c.emit().shapes().unsqueeze(reduced, axes);
  }

  /** A value of the output's shape repeated to that of the input. */
  String spread(RuleContext c, String reduced) {
    List<Dim> dims = new ArrayList<>(c.dims(c.input(0)));
    for (int axis : axes) {
      dims.set(axis, Dim.of(1));
    }
    return c.emit().shapes().expandLike(kept(c, reduced), dims, c.input(0));
  }
}
