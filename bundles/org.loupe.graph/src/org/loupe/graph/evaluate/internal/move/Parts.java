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
import java.util.stream.LongStream;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/** Operators that cut a value into parts and join parts. */
public final class Parts {
  private Parts() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Concat", Operator.single(Parts::concat));
    table.put("Split", Parts::split);
    table.put("Slice", Operator.single(Parts::slice));
  }

  private static Value concat(Call call) {
    Value first = call.input(0);
    int axis = call.axis("axis", 0, first.rank());
    int total = call.inputs().stream().mapToInt(v -> v.dim(axis)).sum();
    Value out = first.like(Dims.with(first.dims(), axis, total));
    int offset = 0;
    for (Value part : call.inputs()) {
      if (!Arrays.equals(Dims.with(part.dims(), axis, total), out.dims()) || part.type() != out.type()) {
        throw new IllegalArgumentException(part + " does not fit " + first + " on axis " + axis);
      }
      for (int i = 0; i < part.size(); i++) {
        int[] at = Dims.unravel(i, part.dims());
        at[axis] += offset;
        out.set(Dims.flat(at, out.dims()), part, i);
      }
      offset += part.dim(axis);
    }
    return out;
  }

  private static List<Value> split(Call call) {
    Value x = call.input(0);
    int axis = call.axis("axis", 0, x.rank());
    int parts = Math.toIntExact(call.node().intValue("num_outputs", call.node().outputs().size()));
    int[] sizes = call.list("split", 1, 13).map(Dims::ints).orElseGet(() -> equalParts(x.dim(axis), parts));
    if (Arrays.stream(sizes).sum() != x.dim(axis)) {
      throw new IllegalArgumentException("parts of " + Arrays.toString(sizes) + " do not make up " + x);
    }
    List<Value> out = new ArrayList<>();
    int offset = 0;
    for (int size : sizes) {
      int[] starts = new int[x.rank()];
      starts[axis] = offset;
      out.add(part(x, starts, Dims.filled(x.rank(), 1), Dims.with(x.dims(), axis, size)));
      offset += size;
    }
    return out;
  }

  /** The last part is smaller if they do not come out even. */
  private static int[] equalParts(int extent, int parts) {
    int size = Math.ceilDiv(extent, parts);
    int[] sizes = Dims.filled(parts, size);
    sizes[parts - 1] = extent - size * (parts - 1);
    return sizes;
  }

  private static Value slice(Call call) {
    Value x = call.input(0);
    long[] starts = bounds(call, "starts", 1);
    long[] ends = bounds(call, "ends", 2);
    long[] axes = call.list("axes", 3, 10).orElse(LongStream.range(0, starts.length).toArray());
    long[] steps = call.has(4) ? call.input(4).longs() : LongStream.generate(() -> 1).limit(starts.length).toArray();
    int[] from = new int[x.rank()];
    int[] step = Dims.filled(x.rank(), 1);
    int[] dims = x.dims();
    for (int k = 0; k < axes.length; k++) {
      int axis = Dims.axis(axes[k], x.rank());
      int extent = x.dim(axis);
      if (steps[k] == 0) {
        throw new IllegalArgumentException("a step is zero");
      }
      boolean backwards = steps[k] < 0;
      long start = Math.clamp(fromFront(starts[k], extent), 0, (long) (backwards ? extent - 1 : extent));
      long end = Math.clamp(fromFront(ends[k], extent), backwards ? -1 : 0, (long) (backwards ? extent - 1 : extent));
      from[axis] = (int) start;
      step[axis] = Math.clamp(steps[k], -Integer.MAX_VALUE, Integer.MAX_VALUE);
      dims[axis] = (int) Math.max(0, Math.ceilDiv(end - start, (long) step[axis]));
    }
    return part(x, from, step, dims);
  }

  private static long[] bounds(Call call, String attribute, int input) {
    return call.list(attribute, input, 10).orElseThrow(() -> new IllegalArgumentException(attribute + " are missing"));
  }

  private static long fromFront(long bound, int extent) {
    return bound < 0 ? bound + extent : bound;
  }

  private static Value part(Value x, int[] from, int[] step, int[] dims) {
    Value out = x.like(dims);
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, dims);
      for (int a = 0; a < at.length; a++) {
        at[a] = from[a] + at[a] * step[a];
      }
      out.set(o, x, Dims.flat(at, x.dims()));
    }
    return out;
  }
}
