/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.move;

import java.util.Arrays;
import java.util.Map;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/** Operators that put elements into a copy of a value by index, or combine them with those that are there. */
public final class Scattering {
  private Scattering() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Scatter", Operator.single(Scattering::scatterElements));
    table.put("ScatterElements", Operator.single(Scattering::scatterElements));
    table.put("ScatterND", Operator.single(Scattering::scatterNd));
  }

  private static Value copy(Value x) {
    Value out = x.like(x.dims());
    for (int i = 0; i < out.size(); i++) {
      out.set(i, x, i);
    }
    return out;
  }

  private static Value scatterElements(Call call) {
    Value out = copy(call.input(0));
    Value indices = call.input(1);
    Value updates = call.input(2);
    if (!Arrays.equals(indices.dims(), updates.dims())) {
      throw new IllegalArgumentException("indices " + indices + " and updates " + updates + " differ in shape");
    }
    int axis = call.axis("axis", 0, out.rank());
    for (int i = 0; i < indices.size(); i++) {
      int[] at = Dims.unravel(i, indices.dims());
      at[axis] = Gathering.index(indices.whole(i), out.dim(axis));
      combine(call, out, Dims.flat(at, out.dims()), updates, i);
    }
    return out;
  }

  private static Value scatterNd(Call call) {
    Value out = copy(call.input(0));
    Value indices = call.input(1);
    Value updates = call.input(2);
    int depth = indices.dim(indices.rank() - 1);
    int[] outer = Arrays.copyOf(indices.dims(), indices.rank() - 1);
    int[] inner = Arrays.copyOfRange(out.dims(), depth, out.rank());
    if (!Arrays.equals(updates.dims(), Dims.concat(outer, inner))) {
      throw new IllegalArgumentException("updates " + updates + " do not fit indices " + indices + " into " + out);
    }
    for (int i = 0; i < updates.size(); i++) {
      int[] at = Dims.unravel(i, updates.dims());
      int tuple = Dims.flat(Arrays.copyOf(at, outer.length), outer) * depth;
      int[] to = new int[out.rank()];
      for (int k = 0; k < depth; k++) {
        to[k] = Gathering.index(indices.whole(tuple + k), out.dim(k));
      }
      System.arraycopy(at, outer.length, to, depth, inner.length);
      combine(call, out, Dims.flat(to, out.dims()), updates, i);
    }
    return out;
  }

  private static void combine(Call call, Value out, int at, Value updates, int i) {
    String reduction = call.node().string("reduction", "none");
    boolean real = out.isReal();
    switch (reduction) {
      case "none" -> out.set(at, updates, i);
      case "add" -> put(out, at, real ? out.real(at) + updates.real(i) : 0, out.whole(at) + updates.whole(i));
      case "mul" -> put(out, at, real ? out.real(at) * updates.real(i) : 0, out.whole(at) * updates.whole(i));
      case "max" -> put(out, at, Math.max(out.real(at), updates.real(i)), Math.max(out.whole(at), updates.whole(i)));
      case "min" -> put(out, at, Math.min(out.real(at), updates.real(i)), Math.min(out.whole(at), updates.whole(i)));
      default -> throw new IllegalArgumentException("reduction '" + reduction + "' is not known");
    }
  }

  private static void put(Value out, int at, double real, long whole) {
    if (out.isReal()) {
      out.setReal(at, real);
    } else {
      out.setWhole(at, whole);
    }
  }
}
