/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.util.ArrayList;
import java.util.List;
import org.loupe.graph.Dim;

/** Operators that keep the elements and their order but change the axes. */
final class ReshapeShapes {
  private static final long AXES_AS_INPUT = 13;

  private ReshapeShapes() {
  }

  static List<Dim> reshape(NodeContext c) {
    List<Whole> target = c.wholes(1);
    boolean zeroCopies = c.node().intValue("allowzero", 0) == 0;
    List<Dim> out = new ArrayList<>();
    int inferred = -1;
    for (int i = 0; i < target.size(); i++) {
      if (target.get(i) instanceof Whole.Number n && n.value() == -1) {
        inferred = i;
        out.add(Dim.UNKNOWN);
      } else if (target.get(i) instanceof Whole.Number n && n.value() == 0 && zeroCopies) {
        out.add(c.shape(0).get(i));
      } else {
        out.add(target.get(i).dim());
      }
    }
    if (inferred >= 0) {
      out.set(inferred, rest(c, target, out, inferred, zeroCopies));
    }
    return out;
  }

  /** The extent left for -1: the product of the input's extents over that of the other ones. */
  private static Dim rest(NodeContext c, List<Whole> target, List<Dim> out, int inferred, boolean zeroCopies) {
    List<Dim> in = new ArrayList<>(c.shape(0));
    List<Dim> others = new ArrayList<>();
    for (int i = 0; i < out.size(); i++) {
      boolean copied = zeroCopies && target.get(i) instanceof Whole.Number n && n.value() == 0;
      if (i == inferred) {
        continue;
      }
      if (copied) {
        // The very same axis, known or not, is on both sides.
        in.set(i, Dim.of(1));
      } else if (!(out.get(i) instanceof Dim.Symbol) || !cancel(in, out.get(i))) {
        others.add(out.get(i));
      }
    }
    Dim above = Dims.product(others);
    if (!(above instanceof Dim.Fixed divisor) || divisor.size() == 0) {
      return Dim.UNKNOWN;
    }
    return quotient(in, divisor.size());
  }

  private static boolean cancel(List<Dim> in, Dim dim) {
    int i = in.indexOf(dim);
    if (i >= 0) {
      in.set(i, Dim.of(1));
    }
    return i >= 0;
  }

  private static Dim quotient(List<Dim> in, long divisor) {
    List<Dim> fixed = in.stream().filter(Dim.Fixed.class::isInstance).toList();
    List<Dim> open = in.stream().filter(d -> !(d instanceof Dim.Fixed)).toList();
    long product = Dims.fixed(Dims.product(fixed));
    if (product == 0 || product % divisor != 0 || open.size() > 1) {
      return Dim.UNKNOWN;
    }
    if (open.isEmpty()) {
      return Dim.of(product / divisor);
    }
    return product == divisor ? open.get(0) : Dim.UNKNOWN;
  }

  static List<Dim> flatten(NodeContext c) {
    List<Dim> in = c.shape(0);
    long axis = c.node().intValue("axis", 1);
    int at = axis == in.size() ? in.size() : Dims.axis(axis, in.size());
    return List.of(Dims.product(in.subList(0, at)), Dims.product(in.subList(at, in.size())));
  }

  static List<Dim> transpose(NodeContext c) {
    List<Dim> in = c.shape(0);
    List<Dim> out = new ArrayList<>();
    long[] perm = c.node().ints("perm").orElse(null);
    for (int i = 0; i < in.size(); i++) {
      out.add(in.get(perm == null ? in.size() - 1 - i : Math.toIntExact(perm[i])));
    }
    return out;
  }

  static List<Dim> squeeze(NodeContext c) {
    List<Dim> in = c.shape(0);
    List<Dim> out = new ArrayList<>();
    if (c.hasNumbers("axes", 1, AXES_AS_INPUT)) {
      boolean[] gone = NodeContext.marked(c.numbers("axes", 1, AXES_AS_INPUT), in.size());
      for (int i = 0; i < gone.length; i++) {
        if (!gone[i]) {
          out.add(in.get(i));
        }
      }
      return out;
    }
    for (Dim d : in) {
      if (Dims.fixed(d) != 1) {
        out.add(d);
      }
    }
    return out;
  }

  static List<Dim> unsqueeze(NodeContext c) {
    List<Dim> in = c.shape(0);
    long[] axes = c.numbers("axes", 1, AXES_AS_INPUT);
    boolean[] added = NodeContext.marked(axes, in.size() + axes.length);
    List<Dim> out = new ArrayList<>();
    int next = 0;
    for (boolean add : added) {
      out.add(add ? Dim.of(1) : in.get(next++));
    }
    return out;
  }

  /** DepthToSpace (factor above 1) and SpaceToDepth on [N, C, H, W]. */
  static List<Dim> blocks(NodeContext c) {
    List<Dim> in = c.shape(0);
    long block = c.node().intValue("blocksize", 0);
    if (in.size() != 4 || block < 1) {
      throw new UnknownShapeException();
    }
    boolean toSpace = c.node().opType().equals("DepthToSpace");
    long channels = Dims.fixed(in.get(1));
    long height = Dims.fixed(in.get(2));
    long width = Dims.fixed(in.get(3));
    long area = block * block;
    return toSpace ? List.of(in.get(0), Dim.of(channels / area), Dim.of(height * block), Dim.of(width * block))
        : List.of(in.get(0), Dim.of(channels * area), Dim.of(height / block), Dim.of(width / block));
  }
}
