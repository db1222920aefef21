/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.Table;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

/** What changed between two values: of one layer for two inputs, or of two layers for one. */
public final class LayerDifference {
  public static final String MEAN = "mean difference";
  public static final String LARGEST = "largest difference";
  public static final String RMS = "rms difference";
  public static final String COSINE = "cosine";

  private LayerDifference() {
  }

  /**
   * The first less the second, element by element, with a row of figures for each channel: mean, largest absolute and
   * root mean square difference, and the cosine between the two (NaN where one is zero).
   *
   * @throws LoupeException NOT_APPLICABLE if they differ in shape or layout, or are too large for a difference
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public static FeatureMaps of(FeatureMaps a, FeatureMaps b, Progress progress) throws LoupeException {
    Shape shape = a.values().shape();
    if (!shape.equals(b.values().shape()) || !a.layout().equals(b.layout())) {
      throw LoupeException.notApplicable("no difference of " + a.layer() + " " + shape + " and " + b.layer() + " "
          + b.values().shape() + ": they are not of one shape");
    }
    if (shape.size() > Integer.MAX_VALUE / ElementType.FLOAT64.bytes()) {
      throw LoupeException.notApplicable("no difference of values of shape " + shape + ": too large to be held");
    }
    double[] difference = new double[(int) shape.size()];
    double[] block = new double[(int) Math.min(1 << 17, shape.size())];
    copy(a, difference, block, 1, progress);
    copy(b, difference, block, -1, progress);
    ArrayTensor values = ArrayTensor.convert(
        a.values().type() == ElementType.FLOAT64 ? ElementType.FLOAT64 : ElementType.FLOAT32, shape, difference);
    ChannelScan scan = new ChannelScan(shape, a.layout().channel());
    Sums each = new Sums(scan.channels());
    scan.forEach(List.of(a.values(), b.values()), progress, each::add);
    return new FeatureMaps(a.layer().equals(b.layer()) ? a.layer() : a.layer() + " - " + b.layer(), values, a.layout(),
        a.picture(), each.table(), each.figures());
  }

  private static void copy(FeatureMaps from, double[] into, double[] block, double sign, Progress progress) {
    for (int start = 0; start < into.length; start += block.length) {
      progress.check();
      double[] part = into.length - start < block.length ? new double[into.length - start] : block;
      from.values().copyTo(start, part);
      for (int i = 0; i < part.length; i++) {
        into[start + i] += sign * part[i];
      }
    }
  }

  private static final class Sums {
    private final long[] count;
    private final double[] sum;
    private final double[] squares;
    private final double[] largest;
    private final double[] product;
    private final double[] first;
    private final double[] second;

    Sums(int channels) {
      count = new long[channels];
      sum = new double[channels];
      squares = new double[channels];
      largest = new double[channels];
      product = new double[channels];
      first = new double[channels];
      second = new double[channels];
    }

    void add(int c, double[][] blocks, int from, int step, int end) {
      for (int i = from; i < end; i += step) {
        double x = blocks[0][i];
        double y = blocks[1][i];
        double d = x - y;
        count[c]++;
        sum[c] += d;
        squares[c] += d * d;
        largest[c] = Math.max(largest[c], Math.abs(d));
        product[c] += x * y;
        first[c] += x * x;
        second[c] += y * y;
      }
    }

    Table table() {
      double[] numbers = new double[count.length];
      double[][] figures = new double[4][count.length];
      for (int c = 0; c < count.length; c++) {
        numbers[c] = c;
        figures[0][c] = sum[c] / count[c];
        figures[1][c] = largest[c];
        figures[2][c] = Math.sqrt(squares[c] / count[c]);
        figures[3][c] = cosine(product[c], first[c], second[c]);
      }
      return Table.of(new Table.Numbers(ChannelTable.CHANNEL, "", numbers), new Table.Numbers(MEAN, "", figures[0]),
          new Table.Numbers(LARGEST, "", figures[1]), new Table.Numbers(RMS, "", figures[2]),
          new Table.Numbers(COSINE, "", figures[3]));
    }

    Map<String, Double> figures() {
      Map<String, Double> out = new LinkedHashMap<>();
      long all = Arrays.stream(count).sum();
      out.put(MEAN, Arrays.stream(sum).sum() / all);
      out.put(LARGEST, Arrays.stream(largest).max().orElse(Double.NaN));
      out.put(RMS, Math.sqrt(Arrays.stream(squares).sum() / all));
      out.put(COSINE, cosine(Arrays.stream(product).sum(), Arrays.stream(first).sum(), Arrays.stream(second).sum()));
      return out;
    }

    private static double cosine(double product, double first, double second) {
      double scale = Math.sqrt(first) * Math.sqrt(second);
      return scale > 0 ? Math.clamp(product / scale, -1, 1) : Double.NaN;
    }
  }
}
