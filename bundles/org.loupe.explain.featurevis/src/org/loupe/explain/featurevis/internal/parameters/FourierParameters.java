/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The spectrum of each channel, each frequency weighted by one over itself, so that a step moves large structures as
 * easily as pixels. Source: C. Olah, A. Mordvintsev, L. Schubert, "Feature Visualization", Distill, 2017.
 */
public final class FourierParameters implements Parameters {
  /** Makes the noise at the start about as wide as a sigmoid is steep. */
  private static final double SOFTEN = 4;
  private final int channels;
  private final int plane;
  private final int spectrum;
  /** One for each channel: channels are transformed by several threads. */
  private final RealFft[] ffts;
  private final double[] weights;
  private final double[] values;
  private final double[][] weighted;

  public FourierParameters(int channels, int height, int width) {
    this.channels = channels;
    plane = height * width;
    ffts = new RealFft[channels];
    Arrays.setAll(ffts, c -> new RealFft(height, width));
    weights = weights(height, width, width / 2 + 1);
    spectrum = 2 * weights.length;
    values = new double[Math.multiplyExact(channels, spectrum)];
    weighted = new double[channels][spectrum];
  }

  /** One over the length of the frequency in cycles by pixel, at most the longer side. */
  static double[] weights(int height, int width, int half) {
    double[] out = new double[height * half];
    double least = 1.0 / Math.max(height, width);
    for (int y = 0; y < height; y++) {
      double v = (double) (y <= (height - 1) / 2 ? y : y - height) / height;
      for (int x = 0; x < half; x++) {
        out[y * half + x] = 1 / Math.max(Math.hypot(v, (double) x / width), least) / SOFTEN;
      }
    }
    return out;
  }

  @Override
  public double[] values() {
    return values;
  }

  @Override
  public void start(RandomGenerator random, double noise) {
    for (int i = 0; i < values.length; i++) {
      values[i] = noise * random.nextGaussian();
    }
  }

  @Override
  public void picture(double[] out) {
    IntStream.range(0, channels).parallel().forEach(c -> {
      weigh(values, c * spectrum, weighted[c], 0);
      ffts[c].inverse(weighted[c], 0, out, c * plane);
    });
  }

  @Override
  public void pullBack(double[] byPicture, double[] out) {
    IntStream.range(0, channels).parallel().forEach(c -> {
      ffts[c].adjoint(byPicture, c * plane, weighted[c], 0);
      weigh(weighted[c], 0, out, c * spectrum);
    });
  }

  private void weigh(double[] in, int from, double[] out, int to) {
    for (int i = 0; i < weights.length; i++) {
      out[to + i] = weights[i] * in[from + i];
      out[to + weights.length + i] = weights[i] * in[from + weights.length + i];
    }
  }
}
