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

/** Operators that put the elements in another order, or blank some of them. */
public final class Arranging {
  private Arranging() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Transpose", Operator.single(call -> transpose(call.input(0), Dims.ints(call.list("perm",
        reversed(call.input(0).rank()))))));
    table.put("DepthToSpace", Operator.single(Arranging::depthToSpace));
    table.put("SpaceToDepth", Operator.single(Arranging::spaceToDepth));
    table.put("Trilu", Operator.single(Arranging::trilu));
    table.put("ReverseSequence", Operator.single(Arranging::reverseSequence));
  }

  private static long[] reversed(int rank) {
    return IntStream.range(0, rank).mapToLong(a -> rank - 1 - a).toArray();
  }

  static Value transpose(Value x, int... permutation) {
    if (!Arrays.equals(Arrays.stream(permutation).sorted().toArray(), IntStream.range(0, x.rank()).toArray())) {
      throw new IllegalArgumentException(Arrays.toString(permutation) + " is no order of the axes of " + x);
    }
    Value out = x.like(Arrays.stream(permutation).map(x::dim).toArray());
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      int[] from = new int[at.length];
      for (int a = 0; a < at.length; a++) {
        from[permutation[a]] = at[a];
      }
      out.set(o, x, Dims.flat(from, x.dims()));
    }
    return out;
  }

  private static int blockSize(Call call) {
    int size = Math.toIntExact(call.node().intValue("blocksize", 0));
    if (size < 1 || call.input(0).rank() != 4) {
      throw new IllegalArgumentException("blocks of " + size + " do not fit " + call.input(0));
    }
    return size;
  }

  private static Value depthToSpace(Call call) {
    Value x = call.input(0);
    int b = blockSize(call);
    int c = x.dim(1) / (b * b);
    Value moved = call.node().string("mode", "DCR").equals("CRD")
        ? transpose(x.reshape(x.dim(0), c, b, b, x.dim(2), x.dim(3)), 0, 1, 4, 2, 5, 3)
        : transpose(x.reshape(x.dim(0), b, b, c, x.dim(2), x.dim(3)), 0, 3, 4, 1, 5, 2);
    return moved.reshape(x.dim(0), c, x.dim(2) * b, x.dim(3) * b);
  }

  private static Value spaceToDepth(Call call) {
    Value x = call.input(0);
    int b = blockSize(call);
    int rows = x.dim(2) / b;
    int columns = x.dim(3) / b;
    return transpose(x.reshape(x.dim(0), x.dim(1), rows, b, columns, b), 0, 3, 5, 1, 2, 4)
        .reshape(x.dim(0), x.dim(1) * b * b, rows, columns);
  }

  private static Value trilu(Call call) {
    Value x = call.input(0);
    long k = call.has(1) ? call.input(1).wholeScalar() : 0;
    boolean upper = call.flag("upper", true);
    Value out = x.like(x.dims());
    for (int i = 0; i < out.size(); i++) {
      int[] at = Dims.unravel(i, x.dims());
      int above = at[x.rank() - 1] - at[x.rank() - 2];
      if (upper ? above >= k : above <= k) {
        out.set(i, x, i);
      }
    }
    return out;
  }

  private static Value reverseSequence(Call call) {
    Value x = call.input(0);
    int time = call.axis("time_axis", 0, x.rank());
    int batch = call.axis("batch_axis", 1, x.rank());
    Value out = x.like(x.dims());
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, x.dims());
      int length = Math.toIntExact(call.input(1).whole(at[batch]));
      at[time] = at[time] < length ? length - 1 - at[time] : at[time];
      out.set(o, x, Dims.flat(at, x.dims()));
    }
    return out;
  }
}
