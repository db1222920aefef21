/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.move;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/** Operators that give the same elements another shape, or repeat them. */
public final class Shaping {
  private Shaping() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Reshape", Operator.single(Shaping::reshape));
    table.put("Flatten", Operator.single(Shaping::flatten));
    table.put("Squeeze", Operator.single(Shaping::squeeze));
    table.put("Unsqueeze", Operator.single(Shaping::unsqueeze));
    table.put("Expand", Operator.single(Shaping::expand));
    table.put("Tile", Operator.single(Shaping::tile));
  }

  /** Zero stands for the extent at the same place (unless told otherwise), -1 for what remains. */
  private static Value reshape(Call call) {
    Value x = call.input(0);
    int[] dims = Dims.ints(call.input(1).longs());
    boolean zeroIsZero = call.flag("allowzero", false);
    int rest = -1;
    long others = 1;
    for (int a = 0; a < dims.length; a++) {
      if (dims[a] == 0 && !zeroIsZero) {
        dims[a] = x.dim(a);
      }
      if (dims[a] == -1) {
        if (rest >= 0) {
          throw new IllegalArgumentException("two extents of " + Arrays.toString(dims) + " are to be found");
        }
        rest = a;
      } else {
        others = Math.multiplyExact(others, (long) dims[a]);
      }
    }
    if (rest >= 0) {
      dims[rest] = others == 0 ? 0 : Math.toIntExact(x.size() / others);
    }
    return x.reshape(dims);
  }

  private static Value flatten(Call call) {
    Value x = call.input(0);
    long attribute = call.node().intValue("axis", 1);
    int axis = attribute == x.rank() ? x.rank() : Dims.axis(attribute, x.rank());
    return x.reshape(Dims.size(x.dims(), 0, axis), Dims.size(x.dims(), axis, x.rank()));
  }

  private static Value squeeze(Call call) {
    Value x = call.input(0);
    int[] axes = call.list("axes", 1, 13).map(l -> Dims.axes(l, x.rank()))
        .orElseGet(() -> IntStream.range(0, x.rank()).filter(a -> x.dim(a) == 1).toArray());
    if (Arrays.stream(axes).anyMatch(a -> x.dim(a) != 1)) {
      throw new IllegalArgumentException("axes " + Arrays.toString(axes) + " of " + x + " are not all 1");
    }
    return x.reshape(IntStream.range(0, x.rank()).filter(a -> !Dims.contains(axes, a)).map(x::dim).toArray());
  }

  private static Value unsqueeze(Call call) {
    Value x = call.input(0);
    long[] list = call.list("axes", 1, 13).orElseThrow(() -> new IllegalArgumentException("axes are missing"));
    int[] axes = Dims.axes(list, x.rank() + list.length);
    int[] dims = Dims.filled(x.rank() + axes.length, 1);
    int next = 0;
    for (int a = 0; a < dims.length; a++) {
      if (!Dims.contains(axes, a)) {
        dims[a] = x.dim(next++);
      }
    }
    return x.reshape(dims);
  }

  private static Value expand(Call call) {
    Value x = call.input(0);
    Value out = x.like(Dims.broadcast(x.dims(), Dims.ints(call.input(1).longs())));
    for (int o = 0; o < out.size(); o++) {
      out.set(o, x, Dims.broadcastFlat(Dims.unravel(o, out.dims()), x.dims()));
    }
    return out;
  }

  private static Value tile(Call call) {
    Value x = call.input(0);
    int[] repeats = Dims.ints(call.input(1).longs());
    Value out = x.like(IntStream.range(0, x.rank()).map(a -> Math.multiplyExact(x.dim(a), repeats[a])).toArray());
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      out.set(o, x, Dims.flat(IntStream.range(0, at.length).map(a -> at[a] % x.dim(a)).toArray(), x.dims()));
    }
    return out;
  }
}
