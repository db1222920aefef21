/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.loupe.graph.Dim;

/** Element-wise operators, matrix products and reductions. */
final class ArithmeticShapes {
  private static final long AXES_AS_INPUT_SUM = 13;
  private static final long AXES_AS_INPUT = 18;

  private ArithmeticShapes() {
  }

  static List<Dim> broadcast(NodeContext c) {
    List<Dim> out = c.shape(0);
    for (int i = 1; i < c.inputs(); i++) {
      out = Dims.broadcast(out, c.shape(i));
    }
    return out;
  }

  static List<Dim> gemm(NodeContext c) {
    List<Dim> a = c.shape(0);
    List<Dim> b = c.shape(1);
    if (a.size() != 2 || b.size() != 2) {
      throw new UnknownShapeException();
    }
    int row = c.node().intValue("transA", 0) == 0 ? 0 : 1;
    int column = c.node().intValue("transB", 0) == 0 ? 1 : 0;
    return List.of(a.get(row), b.get(column));
  }

  /** As NumPy's matmul: a vector is a row on the left and a column on the right, and that axis is dropped. */
  static List<Dim> matMul(NodeContext c) {
    List<Dim> a = c.shape(0);
    List<Dim> b = c.shape(1);
    if (a.isEmpty() || b.isEmpty()) {
      throw new UnknownShapeException();
    }
    List<Dim> out = new ArrayList<>(Dims.broadcast(batch(a), batch(b)));
    if (a.size() > 1) {
      out.add(a.get(a.size() - 2));
    }
    if (b.size() > 1) {
      out.add(b.get(b.size() - 1));
    }
    return out;
  }

  private static List<Dim> batch(List<Dim> dims) {
    return dims.subList(0, Math.max(0, dims.size() - 2));
  }

  static List<Dim> reduceSum(NodeContext c) {
    return reduce(c, AXES_AS_INPUT_SUM);
  }

  static List<Dim> reduce(NodeContext c) {
    return reduce(c, AXES_AS_INPUT);
  }

  private static List<Dim> reduce(NodeContext c, long axesAsInputSince) {
    List<Dim> in = c.shape(0);
    boolean keep = c.node().intValue("keepdims", 1) != 0;
    boolean[] reduced = new boolean[in.size()];
    long[] axes = c.hasNumbers("axes", 1, axesAsInputSince) ? c.numbers("axes", 1, axesAsInputSince) : new long[0];
    if (axes.length > 0) {
      reduced = NodeContext.marked(axes, in.size());
    } else if (c.node().intValue("noop_with_empty_axes", 0) != 0) {
      return in;
    } else {
      Arrays.fill(reduced, true);
    }
    return without(in, reduced, keep);
  }

  /** ArgMax and ArgMin. */
  static List<Dim> arg(NodeContext c) {
    List<Dim> in = c.shape(0);
    return without(in, NodeContext.marked(new long[] {c.node().intValue("axis", 0)}, in.size()),
        c.node().intValue("keepdims", 1) != 0);
  }

  private static List<Dim> without(List<Dim> in, boolean[] reduced, boolean keep) {
    List<Dim> out = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      if (!reduced[i]) {
        out.add(in.get(i));
      } else if (keep) {
        out.add(Dim.of(1));
      }
    }
    return out;
  }
}
