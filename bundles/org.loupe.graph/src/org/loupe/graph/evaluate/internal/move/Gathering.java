/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.move;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;
import org.loupe.math.tensor.ElementType;

/** Operators that pick elements by index. Negative indices count from the end. */
public final class Gathering {
  private Gathering() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Gather", Operator.single(Gathering::gather));
    table.put("GatherElements", Operator.single(Gathering::gatherElements));
    table.put("GatherND", Operator.single(Gathering::gatherNd));
    table.put("Compress", Operator.single(Gathering::compress));
    table.put("NonZero", Operator.single(Gathering::nonZero));
    table.put("OneHot", Operator.single(Gathering::oneHot));
  }

  /** An index from the front; one that does not exist stays outside. */
  static int index(long index, int extent) {
    return Math.toIntExact(index < 0 ? index + extent : index);
  }

  private static Value gather(Call call) {
    Value x = call.input(0);
    Value indices = call.input(1);
    int axis = call.axis("axis", 0, x.rank());
    int q = indices.rank();
    int[] before = Arrays.copyOf(x.dims(), axis);
    int[] after = Arrays.copyOfRange(x.dims(), axis + 1, x.rank());
    Value out = x.like(Dims.concat(before, indices.dims(), after));
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      int picked = Dims.flat(Arrays.copyOfRange(at, axis, axis + q), indices.dims());
      int[] from = Dims.concat(Arrays.copyOf(at, axis), new int[] {index(indices.whole(picked), x.dim(axis))},
          Arrays.copyOfRange(at, axis + q, at.length));
      out.set(o, x, Dims.flat(from, x.dims()));
    }
    return out;
  }

  private static Value gatherElements(Call call) {
    Value x = call.input(0);
    Value indices = call.input(1);
    int axis = call.axis("axis", 0, x.rank());
    Value out = x.like(indices.dims());
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      at[axis] = index(indices.whole(o), x.dim(axis));
      out.set(o, x, Dims.flat(at, x.dims()));
    }
    return out;
  }

  /** Each last axis of the indices is the beginning of an index into the value, after the batch axes. */
  private static Value gatherNd(Call call) {
    Value x = call.input(0);
    Value indices = call.input(1);
    int batch = Math.toIntExact(call.node().intValue("batch_dims", 0));
    int depth = indices.dim(indices.rank() - 1);
    int[] outer = Arrays.copyOf(indices.dims(), indices.rank() - 1);
    int[] inner = Arrays.copyOfRange(x.dims(), batch + depth, x.rank());
    Value out = x.like(Dims.concat(outer, inner));
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      int tuple = Dims.flat(Arrays.copyOf(at, outer.length), outer) * depth;
      int[] from = new int[x.rank()];
      System.arraycopy(at, 0, from, 0, batch);
      for (int k = 0; k < depth; k++) {
        from[batch + k] = index(indices.whole(tuple + k), x.dim(batch + k));
      }
      System.arraycopy(at, outer.length, from, batch + depth, inner.length);
      out.set(o, x, Dims.flat(from, x.dims()));
    }
    return out;
  }

  private static Value compress(Call call) {
    Value condition = call.input(1);
    boolean flat = !call.node().has("axis");
    Value x = flat ? call.input(0).reshape(call.input(0).size()) : call.input(0);
    int axis = flat ? 0 : call.axis("axis", 0, x.rank());
    int[] kept = IntStream.range(0, Math.min(condition.size(), x.dim(axis)))
        .filter(condition::truth).toArray();
    Value out = x.like(Dims.with(x.dims(), axis, kept.length));
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      at[axis] = kept[at[axis]];
      out.set(o, x, Dims.flat(at, x.dims()));
    }
    return out;
  }

  private static Value nonZero(Call call) {
    Value x = call.input(0);
    List<int[]> found = new ArrayList<>();
    for (int i = 0; i < x.size(); i++) {
      if (x.truth(i)) {
        found.add(Dims.unravel(i, x.dims()));
      }
    }
    Value out = Value.zeros(ElementType.INT64, x.rank(), found.size());
    for (int o = 0; o < out.size(); o++) {
      out.setWhole(o, found.get(o % found.size())[o / found.size()]);
    }
    return out;
  }

  /** Indices that do not exist give a line of the off value. */
  private static Value oneHot(Call call) {
    Value indices = call.input(0);
    int depth = Math.toIntExact(call.input(1).wholeScalar());
    int axis = Dims.axis(call.node().intValue("axis", -1), indices.rank() + 1);
    int[] dims = Dims.concat(Arrays.copyOf(indices.dims(), axis), new int[] {depth},
        Arrays.copyOfRange(indices.dims(), axis, indices.rank()));
    Value out = call.input(2).like(dims);
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, dims);
      int[] place = Dims.concat(Arrays.copyOf(at, axis), Arrays.copyOfRange(at, axis + 1, at.length));
      boolean on = index(indices.whole(Dims.flat(place, indices.dims())), depth) == at[axis];
      out.set(o, call.input(2), on ? 1 : 0);
    }
    return out;
  }
}
