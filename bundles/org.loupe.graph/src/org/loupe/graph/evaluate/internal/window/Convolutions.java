/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.window;

import java.util.Arrays;
import java.util.Map;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/** Convolution and its transpose over any number of spatial axes. */
public final class Convolutions {
  private Convolutions() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Conv", Operator.single(Convolutions::conv));
    table.put("ConvTranspose", Operator.single(Convolutions::convTranspose));
  }

  /** x [N, C, ...], weights [M, C/group, ...], bias [M]. */
  private static Value conv(Call call) {
    Value x = call.input(0);
    Value w = call.input(1);
    int groups = groups(call);
    if (x.rank() < 3 || w.rank() != x.rank() || w.dim(1) * groups != x.dim(1) || w.dim(0) % groups != 0) {
      throw new IllegalArgumentException("input " + x + " and weights " + w + " do not fit with group " + groups);
    }
    Window window = Window.of(call, spatial(x), spatial(w));
    int outChannels = w.dim(0);
    int inGroup = w.dim(1);
    Value out = x.like(Dims.concat(new int[] {x.dim(0), outChannels}, window.output()));
    int kernels = Dims.size(window.kernel());
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      int[] place = Arrays.copyOfRange(at, 2, at.length);
      int firstChannel = at[1] / (outChannels / groups) * inGroup;
      double sum = call.has(2) ? call.input(2).real(at[1]) : 0;
      for (int k = 0; k < kernels; k++) {
        int[] position = window.position(place, Dims.unravel(k, window.kernel()));
        if (window.isInside(position)) {
          for (int c = 0; c < inGroup; c++) {
            sum += x.real(element(x, at[0], firstChannel + c, position))
                * w.real((at[1] * inGroup + c) * kernels + k);
          }
        }
      }
      out.setReal(o, sum);
    }
    return out;
  }

  /** x [N, C, ...], weights [C, M/group, ...], bias [M]: each element of x adds itself times the kernel. */
  private static Value convTranspose(Call call) {
    Value x = call.input(0);
    Value w = call.input(1);
    int groups = groups(call);
    if (x.rank() < 3 || w.rank() != x.rank() || w.dim(0) != x.dim(1) || x.dim(1) % groups != 0) {
      throw new IllegalArgumentException("input " + x + " and weights " + w + " do not fit with group " + groups);
    }
    Window window = transposedWindow(call, spatial(x), spatial(w));
    int outGroup = w.dim(1);
    int inGroup = x.dim(1) / groups;
    Value out = x.like(Dims.concat(new int[] {x.dim(0), outGroup * groups}, window.input()));
    for (int o = 0; call.has(2) && o < out.size(); o++) {
      out.setReal(o, call.input(2).real(Dims.unravel(o, out.dims())[1]));
    }
    int kernels = Dims.size(window.kernel());
    for (int i = 0; i < x.size(); i++) {
      int[] at = Dims.unravel(i, x.dims());
      int[] place = Arrays.copyOfRange(at, 2, at.length);
      for (int k = 0; k < kernels; k++) {
        int[] position = window.position(place, Dims.unravel(k, window.kernel()));
        if (window.isInside(position)) {
          for (int m = 0; m < outGroup; m++) {
            int o = element(out, at[0], at[1] / inGroup * outGroup + m, position);
            out.setReal(o, out.real(o) + x.real(i) * w.real((at[1] * outGroup + m) * kernels + k));
          }
        }
      }
    }
    return out;
  }

  /** The window of the convolution whose transpose is wanted: it slides over the output. */
  private static Window transposedWindow(Call call, int[] places, int[] kernel) {
    int n = places.length;
    int[] strides = Window.perAxis(call, "strides", n, 1);
    int[] dilations = Window.perAxis(call, "dilations", n, 1);
    int[] added = Window.perAxis(call, "output_padding", n, 0);
    int[] pads = Window.perAxis(call, "pads", 2 * n, 0);
    int[] before = Arrays.copyOf(pads, n);
    int[] after = Arrays.copyOfRange(pads, n, 2 * n);
    String auto = call.node().string("auto_pad", "NOTSET");
    int[] wanted = call.list("output_shape").map(Dims::ints)
        .map(s -> Arrays.copyOfRange(s, s.length - n, s.length)).orElse(null);
    int[] out = new int[n];
    for (int a = 0; a < n; a++) {
      int full = strides[a] * (places[a] - 1) + added[a] + (kernel[a] - 1) * dilations[a] + 1;
      if (wanted != null || auto.startsWith("SAME")) {
        int total = Math.max(0, full - (wanted != null ? wanted[a] : places[a] * strides[a]));
        before[a] = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
        after[a] = total - before[a];
        out[a] = wanted != null ? wanted[a] : full - total;
      } else {
        before[a] = auto.equals("VALID") ? 0 : before[a];
        after[a] = auto.equals("VALID") ? 0 : after[a];
        out[a] = full - before[a] - after[a];
      }
    }
    return new Window(out, kernel, strides, dilations, before, after, places);
  }

  private static int groups(Call call) {
    int groups = Math.toIntExact(call.node().intValue("group", 1));
    if (groups < 1) {
      throw new IllegalArgumentException("group is " + groups);
    }
    return groups;
  }

  private static int[] spatial(Value v) {
    return Arrays.copyOfRange(v.dims(), Math.min(2, v.rank()), v.rank());
  }

  private static int element(Value v, int n, int c, int[] position) {
    int flat = n * v.dim(1) + c;
    for (int a = 0; a < position.length; a++) {
      flat = flat * v.dim(a + 2) + position[a];
    }
    return flat;
  }
}
