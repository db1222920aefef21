/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.resample;

/**
 * For each output position along one axis, the run of input positions and their weights, which add up to 1.
 *
 * @param taps most input positions of one output position
 * @param first first input position of each output position
 * @param count number of input positions of each
 * @param value weights, {@code taps} places for each output position
 */
record Weights(int taps, int[] first, int[] count, double[] value) {

  static Weights of(int in, int out, Filter filter, Mode mode) {
    if (filter == Filter.NEAREST) {
      return nearest(in, out);
    }
    if (filter == Filter.AREA) {
      return area(in, out);
    }
    return mode == Mode.PLAIN ? plain(in, out, filter) : antialias(in, out, filter);
  }

  private static Weights empty(int taps, int out) {
    return new Weights(taps, new int[out], new int[out], new double[Math.multiplyExact(taps, out)]);
  }

  private static Weights nearest(int in, int out) {
    Weights w = empty(1, out);
    for (int i = 0; i < out; i++) {
      w.first[i] = Math.min(in - 1, (int) ((i + 0.5) * ((double) in / out)));
      w.count[i] = 1;
      w.value[i] = 1;
    }
    return w;
  }

  private static Weights area(int in, int out) {
    Weights w = empty(Math.min(in, (int) Math.ceil((double) in / out) + 2), out);
    for (int i = 0; i < out; i++) {
      // whole numbers: output pixel i covers [i * in, (i + 1) * in), an input pixel j [j * out, (j + 1) * out)
      long from = (long) i * in;
      long to = from + in;
      int first = (int) (from / out);
      int last = (int) ((to - 1) / out);
      w.first[i] = first;
      w.count[i] = last - first + 1;
      for (int j = first; j <= last; j++) {
        long covered = Math.min(to, (j + 1L) * out) - Math.max(from, (long) j * out);
        w.value[i * w.taps + j - first] = (double) covered / in;
      }
    }
    return w;
  }

  private static Weights plain(int in, int out, Filter filter) {
    int reach = (int) Math.ceil(filter.support());
    Weights w = empty(Math.min(in, 2 * reach), out);
    for (int i = 0; i < out; i++) {
      double centre = (i + 0.5) * in / out - 0.5;
      int start = (int) Math.floor(centre) - reach + 1;
      int first = Math.clamp(start, 0, in - 1);
      int last = Math.clamp(start + 2L * reach - 1, 0, in - 1);
      w.first[i] = first;
      w.count[i] = last - first + 1;
      double sum = 0;
      for (int j = start; j < start + 2 * reach; j++) {
        sum += filter.weight(j - centre);
      }
      for (int j = start; j < start + 2 * reach; j++) {
        w.value[i * w.taps + Math.clamp(j, 0, in - 1) - first] += filter.weight(j - centre) / sum;
      }
    }
    return w;
  }

  private static Weights antialias(int in, int out, Filter filter) {
    double scale = (double) in / out;
    double stretch = Math.max(1, scale);
    double support = filter.support() * stretch;
    Weights w = empty(Math.min(in, (int) Math.ceil(support) * 2 + 1), out);
    for (int i = 0; i < out; i++) {
      double centre = (i + 0.5) * scale;
      int first = Math.max(0, (int) (centre - support + 0.5));
      int count = Math.min(in, (int) (centre + support + 0.5)) - first;
      w.first[i] = first;
      w.count[i] = count;
      double sum = 0;
      for (int j = 0; j < count; j++) {
        double v = filter.weight((j + first - centre + 0.5) * (1 / stretch));
        w.value[i * w.taps + j] = v;
        sum += v;
      }
      for (int j = 0; j < count && sum != 0; j++) {
        w.value[i * w.taps + j] /= sum;
      }
    }
    return w;
  }
}
