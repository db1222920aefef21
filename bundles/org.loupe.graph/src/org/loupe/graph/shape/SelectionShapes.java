/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.loupe.graph.Dim;

/** Operators that pick, join, repeat or pad elements. */
final class SelectionShapes {
  private static final long SLICE_BY_INPUTS = 10;
  private static final long PADS_AS_INPUT = 11;
  private static final long SPLIT_AS_INPUT = 13;

  private SelectionShapes() {
  }

  static List<Dim> concat(NodeContext c) {
    List<Dim> out = new ArrayList<>(c.shape(0));
    int axis = Dims.axis(c.node().intValue("axis", 0), out.size());
    for (int i = 1; i < c.inputs(); i++) {
      List<Dim> next = c.shape(i);
      for (int a = 0; a < out.size(); a++) {
        out.set(a, a == axis ? Dims.sum(out.get(a), next.get(a)) : Dims.merge(out.get(a), next.get(a)));
      }
    }
    return out;
  }

  static List<Dim> gather(NodeContext c) {
    List<Dim> in = c.shape(0);
    int axis = Dims.axis(c.node().intValue("axis", 0), in.size());
    List<Dim> out = new ArrayList<>(in.subList(0, axis));
    out.addAll(c.shape(1));
    out.addAll(in.subList(axis + 1, in.size()));
    return out;
  }

  static List<Dim> pad(NodeContext c) {
    List<Dim> in = c.shape(0);
    long[] pads = c.numbers("pads", 1, PADS_AS_INPUT);
    int[] axes = c.hasInput(3) ? NodeContext.axes(c.numbers(3), in.size()) : all(in.size());
    if (pads.length != 2 * axes.length) {
      throw new UnknownShapeException();
    }
    List<Dim> out = new ArrayList<>(in);
    for (int i = 0; i < axes.length; i++) {
      long more = Math.addExact(pads[i], pads[i + axes.length]);
      Dim d = in.get(axes[i]);
      out.set(axes[i], more == 0 ? d : d instanceof Dim.Fixed f ? Dims.of(f.size() + more) : Dim.UNKNOWN);
    }
    return out;
  }

  static List<Dim> slice(NodeContext c) {
    List<Dim> in = c.shape(0);
    boolean inputs = c.opset() >= SLICE_BY_INPUTS;
    long[] starts = c.numbers("starts", 1, SLICE_BY_INPUTS);
    long[] ends = c.numbers("ends", 2, SLICE_BY_INPUTS);
    boolean given = c.hasNumbers("axes", 3, SLICE_BY_INPUTS);
    int[] axes = given ? NodeContext.axes(c.numbers("axes", 3, SLICE_BY_INPUTS), in.size()) : all(starts.length);
    long[] steps = inputs && c.hasInput(4) ? c.numbers(4) : LongStream.generate(() -> 1).limit(starts.length).toArray();
    List<Dim> out = new ArrayList<>(in);
    for (int i = 0; i < axes.length; i++) {
      out.set(axes[i], sliced(in.get(axes[i]), starts[i], ends[i], steps[i]));
    }
    return out;
  }

  private static Dim sliced(Dim in, long start, long end, long step) {
    if (start == 0 && end >= Integer.MAX_VALUE && step == 1) {
      return in;
    }
    if (!(in instanceof Dim.Fixed f) || !SliceRange.isCertain(end, step)) {
      return Dim.UNKNOWN;
    }
    return Dim.of(SliceRange.of(start, end, step, f.size()).count());
  }

  static List<Dim> split(NodeContext c, int output) {
    List<Dim> out = new ArrayList<>(c.shape(0));
    int axis = Dims.axis(c.node().intValue("axis", 0), out.size());
    if (c.hasNumbers("split", 1, SPLIT_AS_INPUT)) {
      out.set(axis, Dims.of(c.numbers("split", 1, SPLIT_AS_INPUT)[output]));
      return out;
    }
    long parts = c.node().outputs().size();
    long extent = Dims.fixed(out.get(axis));
    long size = Math.ceilDiv(extent, parts);
    out.set(axis, Dims.of(Math.min(size, extent - size * output)));
    return out;
  }

  static List<Dim> expand(NodeContext c) {
    return Dims.broadcast(c.shape(0), c.wholes(1).stream().map(Whole::dim).toList());
  }

  static List<Dim> tile(NodeContext c) {
    List<Dim> in = c.shape(0);
    List<Whole> repeats = c.wholes(1);
    List<Dim> out = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      out.add(Dims.product(List.of(in.get(i), repeats.get(i).dim())));
    }
    return out;
  }

  static List<Dim> filled(NodeContext c) {
    return c.wholes(0).stream().map(Whole::dim).toList();
  }

  private static int[] all(int rank) {
    return IntStream.range(0, rank).toArray();
  }
}
