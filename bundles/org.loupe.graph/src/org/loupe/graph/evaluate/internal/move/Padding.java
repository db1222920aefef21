/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.move;

import java.util.Map;
import java.util.stream.LongStream;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/** Adds elements around a value, or takes some away where a padding is negative. */
public final class Padding {
  private static final long INPUTS_SINCE = 11;

  private Padding() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Pad", Operator.single(Padding::pad));
  }

  private static Value pad(Call call) {
    Value x = call.input(0);
    long[] pads = call.list("pads", 1, INPUTS_SINCE)
        .orElseThrow(() -> new IllegalArgumentException("pads are missing"));
    long[] axes = call.has(3) ? call.input(3).longs() : LongStream.range(0, x.rank()).toArray();
    if (pads.length != 2 * axes.length) {
      throw new IllegalArgumentException(pads.length + " paddings for " + axes.length + " axes");
    }
    int[] before = new int[x.rank()];
    int[] dims = x.dims();
    for (int k = 0; k < axes.length; k++) {
      int axis = Dims.axis(axes[k], x.rank());
      before[axis] = Math.toIntExact(pads[k]);
      dims[axis] = Math.toIntExact(Math.addExact(Math.addExact(dims[axis], pads[k]), pads[k + axes.length]));
    }
    String mode = call.node().string("mode", "constant");
    Value out = x.like(dims);
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, dims);
      for (int a = 0; a < at.length; a++) {
        at[a] = source(mode, at[a] - before[a], x.dim(a));
      }
      if (Dims.contains(x.dims(), at)) {
        out.set(o, x, Dims.flat(at, x.dims()));
      } else if (call.has(2)) {
        out.set(o, call.input(2), 0);
      } else if (call.opset() < INPUTS_SINCE) {
        out.setReal(o, call.number("value", 0));
      }
    }
    return out;
  }

  /** Where the element at a position that may lie outside comes from. */
  private static int source(String mode, int at, int extent) {
    return switch (mode) {
      case "constant" -> at;
      case "edge" -> Math.clamp(at, 0, extent - 1);
      case "wrap" -> Math.floorMod(at, extent);
      case "reflect" -> {
        int period = Math.max(1, 2 * (extent - 1));
        int within = Math.floorMod(at, period);
        yield within < extent ? within : period - within;
      }
      default -> throw new IllegalArgumentException("mode '" + mode + "' is not known");
    };
  }
}
