/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.Arrays;

/**
 * Gathers the values of channels. Within a piece the deviation is taken from the piece's own mean; pieces are joined as
 * in T. F. Chan, G. H. Golub and R. J. LeVeque, "Updating Formulae and a Pairwise Algorithm for Computing Sample
 * Variances", 1979.
 */
final class Moments {
  final long[] count;
  final long[] finite;
  final long[] nan;
  final long[] zero;
  final long[] bounded;
  final long[] atMax;
  final double[] mean;
  final double[] squares;
  final double[] min;
  final double[] max;
  private final double low;
  private final double high;

  /** @param low values at most this, and at least {@code high}, are counted as bounded */
  Moments(int channels, double low, double high) {
    count = new long[channels];
    finite = new long[channels];
    nan = new long[channels];
    zero = new long[channels];
    bounded = new long[channels];
    atMax = new long[channels];
    mean = new double[channels];
    squares = new double[channels];
    min = new double[channels];
    max = new double[channels];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
    this.low = low;
    this.high = high;
  }

  void add(int channel, double[] block, int from, int step, int end) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int n = 0;
    int zeros = 0;
    int ends = 0;
    int nans = 0;
    int all = 0;
    int reached = 0;
    for (int i = from; i < end; i += step) {
      double v = block[i];
      all++;
      // the difference of a value with itself is NaN where it is not finite
      if (v - v != 0) {
        nans += v != v ? 1 : 0;
        continue;
      }
      n++;
      sum += v;
      zeros += v == 0 ? 1 : 0;
      ends += v <= low || v >= high ? 1 : 0;
      least = Math.min(least, v);
      if (v >= most) {
        reached = v > most ? 1 : reached + 1;
        most = v;
      }
    }
    count[channel] += all;
    nan[channel] += nans;
    if (n > 0) {
      double average = sum / n;
      double about = 0;
      for (int i = from; i < end; i += step) {
        double d = block[i] - average;
        about += d - d == 0 ? d * d : 0;
      }
      zero[channel] += zeros;
      bounded[channel] += ends;
      join(channel, n, average, about, least, most, reached);
    }
  }

  private void join(int channel, long n, double average, double about, double least, double most, long reached) {
    long before = finite[channel];
    double delta = average - mean[channel];
    long total = before + n;
    mean[channel] += delta * n / total;
    squares[channel] += about + delta * delta * before * n / total;
    finite[channel] = total;
    min[channel] = Math.min(min[channel], least);
    if (most > max[channel]) {
      max[channel] = most;
      atMax[channel] = reached;
    } else if (most == max[channel]) {
      atMax[channel] += reached;
    }
  }

  /** All channels as one. */
  Moments all() {
    Moments out = new Moments(1, low, high);
    for (int c = 0; c < count.length; c++) {
      out.count[0] += count[c];
      out.nan[0] += nan[c];
      out.zero[0] += zero[c];
      out.bounded[0] += bounded[c];
      if (finite[c] > 0) {
        out.join(0, finite[c], mean[c], squares[c], min[c], max[c], atMax[c]);
      }
    }
    return out;
  }

  long nonFinite(int channel) {
    return count[channel] - finite[channel];
  }

  double std(int channel) {
    return finite[channel] == 0 ? Double.NaN : Math.sqrt(squares[channel] / finite[channel]);
  }
}
