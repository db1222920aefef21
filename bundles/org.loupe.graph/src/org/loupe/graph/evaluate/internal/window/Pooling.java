/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.window;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;
import org.loupe.math.tensor.ElementType;

/** Pooling over any number of spatial axes of [N, C, ...]. */
public final class Pooling {
  private static final long INDICES_SINCE = 8;

  private Pooling() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("MaxPool", Pooling::maxPool);
    table.put("MaxUnpool", Operator.single(Pooling::maxUnpool));
    table.put("AveragePool", Operator.single(Pooling::averagePool));
    table.put("LpPool", Operator.single(Pooling::lpPool));
    table.put("GlobalAveragePool", Operator.single(call -> global(call, Pooling::mean)));
    table.put("GlobalMaxPool", Operator.single(call -> global(call, Pooling::max)));
  }

  @FunctionalInterface
  private interface Summary {
    double of(Value x, int from, int to);
  }

  private static Value global(Call call, Summary summary) {
    Value x = call.input(0);
    int area = Dims.size(x.dims(), 2, x.rank());
    int[] dims = Dims.filled(x.rank(), 1);
    dims[0] = x.dim(0);
    dims[1] = x.dim(1);
    Value out = x.like(dims);
    for (int o = 0; o < out.size(); o++) {
      out.setReal(o, summary.of(x, o * area, (o + 1) * area));
    }
    return out;
  }

  private static double mean(Value x, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += x.real(i);
    }
    return sum / (to - from);
  }

  private static double max(Value x, int from, int to) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      max = Math.max(max, x.real(i));
    }
    return max;
  }

  private static Window window(Call call) {
    Value x = call.input(0);
    int[] kernel = call.list("kernel_shape").map(Dims::ints).orElse(new int[0]);
    if (x.rank() < 3 || kernel.length != x.rank() - 2) {
      throw new IllegalArgumentException("kernel " + Arrays.toString(kernel) + " does not fit " + x);
    }
    return Window.of(call, Arrays.copyOfRange(x.dims(), 2, x.rank()), kernel);
  }

  private static Value output(Value x, Window window, ElementType type) {
    return Value.zeros(type, Dims.concat(new int[] {x.dim(0), x.dim(1)}, window.output()));
  }

  /** The maxima, and where they are in the flat input: the first one of several that are equal. */
  private static List<Value> maxPool(Call call) {
    Value x = call.input(0);
    Window window = window(call);
    boolean columnMajor = call.flag("storage_order", false);
    Value maxima = output(x, window, x.type());
    Value indices = output(x, window, ElementType.INT64);
    int area = Dims.size(window.input());
    for (int o = 0; o < maxima.size(); o++) {
      int[] at = Dims.unravel(o, maxima.dims());
      int plane = (at[0] * x.dim(1) + at[1]) * area;
      int[] best = null;
      for (int k = 0; k < Dims.size(window.kernel()); k++) {
        int[] position = position(window, at, k);
        if (window.isInside(position) && (best == null
            || x.real(plane + Dims.flat(position, window.input())) > x.real(plane + Dims.flat(best, window.input())))) {
          best = position;
        }
      }
      if (best == null) {
        maxima.setReal(o, Double.NEGATIVE_INFINITY);
        indices.setWhole(o, -1);
      } else {
        maxima.set(o, x, plane + Dims.flat(best, window.input()));
        indices.setWhole(o, plane + (columnMajor ? columnMajor(best, window.input())
            : Dims.flat(best, window.input())));
      }
    }
    return call.opset() >= INDICES_SINCE ? List.of(maxima, indices) : List.of(maxima);
  }

  /** Maxima back where they were found, zeros elsewhere. */
  private static Value maxUnpool(Call call) {
    Value maxima = call.input(0);
    Value indices = call.input(1);
    Value out = maxima.like(call.has(2) ? Dims.ints(call.input(2).longs()) : unpooled(call, maxima));
    for (int i = 0; i < maxima.size(); i++) {
      out.set(Math.toIntExact(indices.whole(i)), maxima, i);
    }
    return out;
  }

  private static int[] unpooled(Call call, Value maxima) {
    int n = maxima.rank() - 2;
    int[] dims = maxima.dims().clone();
    int[] kernel = Dims.ints(call.list("kernel_shape").orElseThrow());
    int[] strides = call.list("strides").map(Dims::ints).orElseGet(() -> Dims.filled(n, 1));
    int[] pads = call.list("pads").map(Dims::ints).orElseGet(() -> new int[2 * n]);
    for (int i = 0; i < n; i++) {
      dims[2 + i] = (dims[2 + i] - 1) * strides[i] + kernel[i] - pads[i] - pads[n + i];
    }
    return dims;
  }

  private static int columnMajor(int[] at, int[] dims) {
    int flat = 0;
    for (int a = dims.length - 1; a >= 0; a--) {
      flat = flat * dims[a] + at[a];
    }
    return flat;
  }

  private static Value averagePool(Call call) {
    Value x = call.input(0);
    Window window = window(call);
    boolean countPadding = call.flag("count_include_pad", false);
    Value out = output(x, window, x.type());
    int area = Dims.size(window.input());
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      int plane = (at[0] * x.dim(1) + at[1]) * area;
      double sum = 0;
      int count = 0;
      for (int k = 0; k < Dims.size(window.kernel()); k++) {
        int[] position = position(window, at, k);
        boolean inside = window.isInside(position);
        sum += inside ? x.real(plane + Dims.flat(position, window.input())) : 0;
        count += inside || countPadding && window.isInPadded(position) ? 1 : 0;
      }
      out.setReal(o, sum / count);
    }
    return out;
  }

  private static Value lpPool(Call call) {
    Value x = call.input(0);
    Window window = window(call);
    double p = call.node().intValue("p", 2);
    Value out = output(x, window, x.type());
    int area = Dims.size(window.input());
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      int plane = (at[0] * x.dim(1) + at[1]) * area;
      double sum = 0;
      for (int k = 0; k < Dims.size(window.kernel()); k++) {
        int[] position = position(window, at, k);
        sum += window.isInside(position)
            ? Math.pow(Math.abs(x.real(plane + Dims.flat(position, window.input()))), p) : 0;
      }
      out.setReal(o, Math.pow(sum, 1 / p));
    }
    return out;
  }

  private static int[] position(Window window, int[] at, int k) {
    return window.position(Arrays.copyOfRange(at, 2, at.length), Dims.unravel(k, window.kernel()));
  }
}
