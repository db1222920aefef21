/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.normalize;

import java.util.Map;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;

/**
 * Softmax and its kin: along one axis; before operator set 13 over all axes from one on, which are taken as one.
 */
public final class SoftmaxFamily {
  private static final long ONE_AXIS_SINCE = 13;

  @FunctionalInterface
  private interface Line {
    /** The results for the elements of one line. */
    double[] apply(double[] x);
  }

  private SoftmaxFamily() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Softmax", Operator.single(call -> lines(call, SoftmaxFamily::softmax)));
    table.put("LogSoftmax", Operator.single(call -> lines(call, SoftmaxFamily::logSoftmax)));
    table.put("Hardmax", Operator.single(call -> lines(call, SoftmaxFamily::hardmax)));
  }

  private static Value lines(Call call, Line line) {
    Value x = call.input(0);
    boolean oneAxis = call.opset() >= ONE_AXIS_SINCE;
    long axisValue = call.node().intValue("axis", oneAxis ? -1 : 1);
    // A matrix of no columns is what an axis behind the last one gives in the older form.
    int axis = !oneAxis && axisValue == x.rank() ? x.rank() : Dims.axis(axisValue, x.rank());
    int length = oneAxis ? x.dim(axis) : Dims.size(x.dims(), axis, x.rank());
    int step = oneAxis ? Dims.size(x.dims(), axis + 1, x.rank()) : 1;
    Value out = x.like(x.dims());
    for (int start = 0; start < x.size(); start++) {
      if (start / step % length == 0) {
        double[] in = new double[length];
        for (int k = 0; k < length; k++) {
          in[k] = x.real(start + k * step);
        }
        double[] y = line.apply(in);
        for (int k = 0; k < length; k++) {
          out.setReal(start + k * step, y[k]);
        }
      }
    }
    return out;
  }

  private static double logSum(double[] x) {
    double max = max(x);
    double sum = 0;
    for (double v : x) {
      sum += Math.exp(v - max);
    }
    return max + Math.log(sum);
  }

  private static double max(double[] x) {
    double max = Double.NEGATIVE_INFINITY;
    for (double v : x) {
      max = Math.max(max, v);
    }
    return max;
  }

  private static double[] softmax(double[] x) {
    double[] y = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.exp(x[i] - max(x));
      sum += y[i];
    }
    for (int i = 0; i < y.length; i++) {
      y[i] /= sum;
    }
    return y;
  }

  private static double[] logSoftmax(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] - logSum(x);
    }
    return y;
  }

  private static double[] hardmax(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (x[i] == max(x)) {
        y[i] = 1;
        return y;
      }
    }
    return y;
  }
}
