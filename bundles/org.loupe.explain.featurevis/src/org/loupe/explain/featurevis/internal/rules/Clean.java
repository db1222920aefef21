/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.rules;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.loupe.toolkit.baseline.GaussianBlur;

/**
 * What is done to pixels after a step so that only what matters stays. Source: J. Yosinski, J. Clune, A. Nguyen,
 * T. Fuchs, H. Lipson, "Understanding Neural Networks Through Deep Visualization", arXiv 1506.06579, 2015. Everything
 * is measured from the middle between black and white, which pixels are taken back to.
 *
 * @param decay share of its distance from the middle that a pixel loses
 * @param blurEvery steps from one blur to the next; 0 for none
 * @param blur sigma in pixels
 * @param norm percentile of the pixels' lengths below which they are taken back to the middle
 * @param contribution percentile of |sum over channels of value x gradient|, likewise
 */
public record Clean(double decay, int blurEvery, double blur, double norm, double contribution) {
  /** Whether nothing is done. */
  public boolean none() {
    return decay == 0 && (blurEvery == 0 || blur == 0) && norm == 0 && contribution == 0;
  }

  /**
   * Cleans a picture in place.
   *
   * @param step from 0
   * @param gradient of the objective by the picture, before the step
   * @param middles of each channel
   */
  public void apply(int step, double[] picture, double[] gradient, int height, int width, double[] middles) {
    int plane = height * width;
    for (int c = 0; c < middles.length; c++) {
      double middle = middles[c];
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        picture[i] = (picture[i] - middle) * (1 - decay);
      }
    }
    if (blurEvery > 0 && blur > 0 && step % blurEvery == 0) {
      blurred(picture, height, width);
    }
    if (norm > 0) {
      drop(picture, plane, products(picture, picture, plane), norm);
    }
    if (contribution > 0) {
      drop(picture, plane, products(picture, gradient, plane), contribution);
    }
    for (int c = 0; c < middles.length; c++) {
      double middle = middles[c];
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        picture[i] += middle;
      }
    }
  }

  private void blurred(double[] picture, int height, int width) {
    int plane = height * width;
    IntStream.range(0, picture.length / plane).parallel().forEach(c -> {
      double[] one = Arrays.copyOfRange(picture, c * plane, (c + 1) * plane);
      double[] both = GaussianBlur.along(GaussianBlur.along(one, width, 1, blur), height, width, blur);
      System.arraycopy(both, 0, picture, c * plane, plane);
    });
  }

  /** The absolute value of the sum of products over the channels, for each pixel. */
  private static double[] products(double[] a, double[] b, int plane) {
    double[] out = new double[plane];
    for (int from = 0; from < a.length; from += plane) {
      for (int i = 0; i < plane; i++) {
        out[i] += a[from + i] * b[from + i];
      }
    }
    for (int i = 0; i < plane; i++) {
      out[i] = Math.abs(out[i]);
    }
    return out;
  }

  private static void drop(double[] picture, int plane, double[] measure, double percentile) {
    double limit = Selection.of(measure.clone(), (int) Math.round(percentile / 100 * (plane - 1)));
    for (int from = 0; from < picture.length; from += plane) {
      for (int i = 0; i < plane; i++) {
        picture[from + i] = measure[i] < limit ? 0 : picture[from + i];
      }
    }
  }
}
