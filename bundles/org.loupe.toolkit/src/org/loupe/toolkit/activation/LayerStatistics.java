/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.api.Progress;
import org.loupe.math.stats.Histogram;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;

/**
 * What the values of a layer are like. Large values are read in blocks, never copied whole.
 *
 * @param all of all values as if they were one channel; {@code dead} means that every channel is
 * @param deadShare share of channels that are dead
 * @param nan how many values are no number
 * @param histogram of all finite values, from the smallest to the largest
 * @param channels of each channel; one for all where the layout has no channels, or was not asked for channels
 */
public record LayerStatistics(ChannelStatistics all, double deadShare, long nan, Histogram histogram,
    List<ChannelStatistics> channels) {
  /** Bins of the histograms. */
  public static final int BINS = 64;
  /** So wide a range still has a width that is a number. */
  private static final double WIDEST = Double.MAX_VALUE / 4;

  public LayerStatistics {
    channels = List.copyOf(channels);
  }

  /** Whether a value of this type has statistics: numbers have, text has none. */
  public static boolean possible(LayerValue value) {
    return value.values().type() != ElementType.STRING && value.channels() <= 1 << 24;
  }

  /**
   * Reads a layer's value twice, once for moments and extremes, once for the histograms.
   *
   * @param entropies whether the entropy of each channel is wanted as well
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public static LayerStatistics of(LayerValue value, boolean entropies, Progress progress) {
    Tensor tensor = value.values();
    ChannelScan scan = new ChannelScan(tensor.shape(), value.layout().channel());
    Optional<Bounds> bounds = Bounds.of(value.layer(), tensor.type());
    Moments moments = new Moments(scan.channels(), bounds.map(Bounds::low).orElse(Double.NEGATIVE_INFINITY),
        bounds.map(Bounds::high).orElse(Double.POSITIVE_INFINITY));
    scan.forEach(List.of(tensor), progress, (c, b, from, step, end) -> moments.add(c, b[0], from, step, end));
    Moments whole = moments.all();
    Histogram.Builder layer = histogram(whole, 0);
    boolean each = entropies && scan.channels() > 1;
    Histogram.Builder[] bins = new Histogram.Builder[each ? scan.channels() : 0];
    for (int c = 0; c < bins.length; c++) {
      bins[c] = moments.finite[c] > 1 ? histogram(moments, c) : null;
    }
    scan.forEach(List.of(tensor), progress, (c, b, from, step, end) -> {
      layer.add(b[0], from, step, end);
      if (each && bins[c] != null) {
        bins[c].add(b[0], from, step, end);
      }
    });
    Histogram histogram = layer.build();
    Reading reading = new Reading(Bounds.rectifies(value.layer()), bounds, whole);
    List<ChannelStatistics> channels = new ArrayList<>();
    long dead = 0;
    for (int c = 0; c < scan.channels(); c++) {
      double entropy = !entropies ? Double.NaN : !each ? bits(histogram)
          : bins[c] == null ? 0 : bits(bins[c].build());
      ChannelStatistics one = reading.channel(moments, c, entropy);
      channels.add(one);
      dead += one.dead() ? 1 : 0;
    }
    ChannelStatistics all = reading.all(bits(histogram), dead == scan.channels());
    return new LayerStatistics(all, scan.channels() == 0 ? 0 : (double) dead / scan.channels(), whole.nan[0],
        histogram, channels);
  }

  /** Entropy of the shares of bins, in bits; 0 if there are no values. */
  public static double bits(Histogram histogram) {
    long total = 0;
    for (long n : histogram.counts()) {
      total += n;
    }
    double sum = 0;
    for (long n : histogram.counts()) {
      sum -= n == 0 ? 0 : (double) n / total * Math.log((double) n / total);
    }
    // a sum of nothing but one full bin is a negative zero
    return Math.max(0, sum / Math.log(2));
  }

  private static Histogram.Builder histogram(Moments moments, int channel) {
    double min = moments.min[channel];
    double max = moments.max[channel];
    if (!(max > min)) {
      double centre = moments.finite[channel] == 0 ? 0.5 : Math.clamp(min, -WIDEST, WIDEST);
      double half = Math.max(0.5, Math.ulp(centre) * BINS);
      return new Histogram.Builder(BINS, centre - half, centre + half);
    }
    return new Histogram.Builder(BINS, Math.max(min, -WIDEST), Math.min(max, WIDEST));
  }

  private record Reading(boolean rectified, Optional<Bounds> bounds, Moments whole) {
    ChannelStatistics channel(Moments m, int c, double entropy) {
      boolean constant = m.finite[c] > 1 && m.min[c] == m.max[c];
      boolean dead = m.finite[c] > 0 && (constant || rectified && m.max[c] <= 0);
      return of(m, c, entropy, dead);
    }

    ChannelStatistics all(double entropy, boolean dead) {
      return of(whole, 0, entropy, dead);
    }

    private ChannelStatistics of(Moments m, int c, double entropy, boolean dead) {
      boolean none = m.finite[c] == 0;
      return new ChannelStatistics(m.count[c], none ? Double.NaN : m.mean[c], m.std(c), none ? Double.NaN : m.min[c],
          none ? Double.NaN : m.max[c], share(m.zero[c], m.count[c]), saturated(m, c), entropy, m.nonFinite(c), dead);
    }

    private double saturated(Moments m, int c) {
      if (bounds.isEmpty()) {
        return Double.NaN;
      }
      if (!bounds.get().observed()) {
        return share(m.bounded[c], m.count[c]);
      }
      boolean shared = whole.atMax[0] > 1 && whole.max[0] > whole.min[0];
      return share(shared && m.max[c] == whole.max[0] ? m.atMax[c] : 0, m.count[c]);
    }

    private static double share(long part, long count) {
      return count == 0 ? 0 : (double) part / count;
    }
  }
}
