/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.resample;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/** Resize and Upsample: each axis by itself, by a matrix of weights. */
public final class Resampling {
  private static final long SCALES_ARE_INPUTS = 9;
  private static final long COORDINATES_SINCE = 11;

  private Resampling() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Resize", Operator.single(Resampling::resize));
    table.put("Upsample", Operator.single(call -> byScales(call, call.input(0).rank(), upsampleScales(call), true)));
  }

  private static double[] upsampleScales(Call call) {
    if (call.opset() >= SCALES_ARE_INPUTS) {
      return doubles(call.input(1));
    }
    float[] scales = call.node().floats("scales").orElseThrow(() -> new IllegalArgumentException("scales are missing"));
    return IntStream.range(0, scales.length).mapToDouble(i -> scales[i]).toArray();
  }

  private static double[] doubles(Value v) {
    return IntStream.range(0, v.size()).mapToDouble(v::real).toArray();
  }

  private static Value resize(Call call) {
    int rank = call.input(0).rank();
    if (call.opset() < COORDINATES_SINCE) {
      return byScales(call, rank, doubles(call.input(1)), true);
    }
    if (call.has(2) && call.input(2).size() > 0) {
      return byScales(call, rank, doubles(call.input(2)), false);
    }
    return bySizes(call, call.input(3).longs());
  }

  private static int[] axes(Call call, int rank) {
    return call.list("axes").map(a -> Dims.axes(a, rank)).orElse(IntStream.range(0, rank).toArray());
  }

  private static Value byScales(Call call, int rank, double[] scales, boolean floorOnly) {
    int[] axes = axes(call, rank);
    Value x = call.input(0);
    int[] sizes = new int[axes.length];
    check(axes, scales.length);
    for (int i = 0; i < axes.length; i++) {
      sizes[i] = (int) Math.floor(x.dim(axes[i]) * scales[i]);
    }
    return resized(call, axes, sizes, scales, floorOnly);
  }

  private static Value bySizes(Call call, long[] list) {
    if (!call.node().string("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
      throw new IllegalArgumentException("keep_aspect_ratio_policy is not supported");
    }
    Value x = call.input(0);
    int[] axes = axes(call, x.rank());
    int[] sizes = Dims.ints(list);
    check(axes, sizes.length);
    double[] scales = IntStream.range(0, axes.length).mapToDouble(i -> (double) sizes[i] / x.dim(axes[i])).toArray();
    return resized(call, axes, sizes, scales, false);
  }

  private static void check(int[] axes, int length) {
    if (axes.length != length) {
      throw new IllegalArgumentException(length + " scales or sizes for the axes " + Arrays.toString(axes));
    }
  }

  private static Value resized(Call call, int[] axes, int[] sizes, double[] scales, boolean floorOnly) {
    Weights weights = new Weights(call, floorOnly);
    Value out = call.input(0);
    for (int i = 0; i < axes.length; i++) {
      if (sizes[i] != out.dim(axes[i]) || scales[i] != 1) {
        out = along(out, axes[i], weights.matrix(out.dim(axes[i]), sizes[i], scales[i]));
      }
    }
    return out;
  }

  private static Value along(Value x, int axis, double[][] matrix) {
    Value out = x.like(Dims.with(x.dims(), axis, matrix.length));
    for (int o = 0; o < out.size(); o++) {
      int[] at = Dims.unravel(o, out.dims());
      double[] row = matrix[at[axis]];
      double sum = 0;
      for (at[axis] = 0; at[axis] < row.length; at[axis]++) {
        sum += row[at[axis]] == 0 ? 0 : row[at[axis]] * x.real(Dims.flat(at, x.dims()));
      }
      out.setReal(o, sum);
    }
    return out;
  }
}
