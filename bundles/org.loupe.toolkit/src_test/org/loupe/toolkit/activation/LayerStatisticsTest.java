/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.math.stats.Histogram;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class LayerStatisticsTest {
  private static final FeatureLayout NCHW = new FeatureLayout(Kind.MAPS, 1, 2, 3);
  private static final FeatureLayout NHWC = new FeatureLayout(Kind.MAPS, 3, 1, 2);

  @TempDir
  Path folder;

  private static float[] random(int size, long seed) {
    Random random = new Random(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextInt(4) == 0 ? 0 : (float) (3 * random.nextGaussian() + 1e3);
    }
    return values;
  }

  private static LayerStatistics of(String operator, Tensor values, FeatureLayout layout) {
    return LayerStatistics.of(new LayerValue(Layers.layer(operator), values, layout, true), true, Progress.NONE);
  }

  /** The elements of a channel, found from the definition of row-major order. */
  private static double[] channel(Tensor t, int axis, int channel) {
    long[] dims = t.shape().dims();
    double[] out = new double[(int) (t.size() / dims[axis])];
    int n = 0;
    for (long flat = 0; flat < t.size(); flat++) {
      long rest = flat;
      long at = 0;
      for (int a = dims.length - 1; a >= axis; a--) {
        at = rest % dims[a];
        rest /= dims[a];
      }
      if (at == channel) {
        out[n++] = t.get(flat);
      }
    }
    return out;
  }

  private static void assertLikeBruteForce(LayerStatistics found, Tensor t, int axis) {
    assertEquals(t.shape().dim(axis), found.channels().size());
    for (int c = 0; c < found.channels().size(); c++) {
      double[] values = channel(t, axis, c);
      Summary s = Summary.of(values);
      ChannelStatistics f = found.channels().get(c);
      assertEquals(s.count(), f.count());
      assertEquals(s.mean(), f.mean(), 1e-9 * Math.abs(s.mean()));
      assertEquals(s.std(), f.std(), 1e-9 * Math.abs(s.std()));
      assertEquals(s.min(), f.min());
      assertEquals(s.max(), f.max());
      assertEquals((double) s.zero() / s.count(), f.sparsity());
      assertEquals(bits(values, s.min(), s.max()), f.entropy(), 1e-9);
    }
    Summary all = Summary.of(t);
    assertEquals(all.mean(), found.all().mean(), 1e-9 * Math.abs(all.mean()));
    assertEquals(all.std(), found.all().std(), 1e-9 * all.std());
    assertArrayEquals(Histogram.of(t, LayerStatistics.BINS).counts(), found.histogram().counts());
    assertEquals(bits(t.toDoubles(), all.min(), all.max()), found.all().entropy(), 1e-9);
  }

  private static double bits(double[] values, double min, double max) {
    double sum = 0;
    for (long n : Histogram.of(values, LayerStatistics.BINS, min, max).counts()) {
      double p = (double) n / values.length;
      sum -= n == 0 ? 0 : p * Math.log(p) / Math.log(2);
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"5,7,9", "3,210,300", "200000,1,2", "40,28,28"})
  void mapsLikeBruteForceWhereverChannelsAre(int channels, int rows, int columns) {
    int size = channels * rows * columns;
    Tensor first = ArrayTensor.of(Shape.of(1, channels, rows, columns), random(size, 1));
    Tensor last = ArrayTensor.of(Shape.of(1, rows, columns, channels), random(size, 2));
    if (channels > 1000) {
      // the definition takes long for so many; their first and last are enough
      LayerStatistics found = of("Conv", last, NHWC);
      for (int c : new int[] {0, channels - 1}) {
        assertEquals(Summary.of(channel(last, 3, c)).mean(), found.channels().get(c).mean(), 1e-9);
      }
      return;
    }
    assertLikeBruteForce(of("Conv", first, NCHW), first, 1);
    assertLikeBruteForce(of("Conv", last, NHWC), last, 3);
  }

  @Test
  void readsFromAFileBlockByBlock() throws IOException {
    Shape shape = Shape.of(1, 3, 300, 301);
    float[] values = random((int) shape.size(), 3);
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    Path file = Files.write(folder.resolve("values"), bytes.array());
    Tensor slice = new FileTensor(ElementType.FLOAT32, shape, file, 0);
    LayerStatistics read = of("Conv", slice, NCHW);
    LayerStatistics held = of("Conv", ArrayTensor.of(shape, values), NCHW);
    assertEquals(held.all(), read.all());
    assertEquals(held.channels(), read.channels());
    assertArrayEquals(held.histogram().counts(), read.histogram().counts());
  }

  @Test
  void countsWhatIsNotFiniteAndLeavesItOut() {
    Tensor t = ArrayTensor.of(Shape.of(1, 2, 2, 2), Float.NaN, 1, 3, Float.POSITIVE_INFINITY, 2, 2, Float.NaN,
        Float.NaN);
    LayerStatistics s = of("Conv", t, NCHW);
    assertEquals(2, s.channels().get(0).nonFinite());
    assertEquals(2, s.channels().get(0).mean());
    assertEquals(1, s.channels().get(0).std());
    assertEquals(4, s.all().nonFinite());
    assertEquals(3, s.nan());
    Tensor none = ArrayTensor.of(Shape.of(1, 1, 1, 2), Float.NaN, Float.NEGATIVE_INFINITY);
    ChannelStatistics empty = of("Conv", none, NCHW).channels().get(0);
    assertTrue(Double.isNaN(empty.mean()) && Double.isNaN(empty.max()) && Double.isNaN(empty.std()));
    assertEquals(0, empty.entropy());
    assertFalse(empty.dead());
  }

  @Test
  void aChannelIsDeadNeverAboveZeroBehindARectifierOrConstant() {
    Tensor t = ArrayTensor.of(Shape.of(1, 4, 1, 3), 0, 0, 0, -1, -2, 0, 5, 5, 5, 0, 1, 0);
    assertEquals(List.of(true, true, true, false), dead(of("Relu", t, NCHW)));
    assertEquals(List.of(true, false, true, false), dead(of("Conv", t, NCHW)));
    assertEquals(0.75, of("Relu", t, NCHW).deadShare());
    Tensor single = ArrayTensor.of(Shape.of(1, 2), 0f, 4f);
    assertEquals(List.of(false, false), dead(of("Gemm", single, new FeatureLayout(Kind.VECTOR, 1, -1, -1))));
    assertEquals(List.of(true, false), dead(of("Relu", single, new FeatureLayout(Kind.VECTOR, 1, -1, -1))));
  }

  private static List<Boolean> dead(LayerStatistics s) {
    return s.channels().stream().map(ChannelStatistics::dead).toList();
  }

  @Test
  void saturationIsNearTheBoundsOfTheOperator() {
    Tensor sigmoid = ArrayTensor.of(Shape.of(1, 1, 1, 5), 0.005f, 0.5f, 0.02f, 0.995f, 1f);
    assertEquals(0.6, of("Sigmoid", sigmoid, NCHW).all().saturated(), 1e-12);
    assertTrue(Double.isNaN(of("Relu", sigmoid, NCHW).all().saturated()));
    Tensor tanh = ArrayTensor.of(Shape.of(1, 1, 1, 4), -0.99f, -0.9f, 0f, 0.985f);
    assertEquals(0.5, of("Tanh", tanh, NCHW).all().saturated());
    Tensor clip = ArrayTensor.of(Shape.of(1, 2, 1, 3), 6f, 6f, 0f, 0f, 6f, 1f);
    LayerStatistics relu6 = of("Clip", clip, NCHW);
    assertEquals(0.5, relu6.all().saturated());
    assertEquals(2.0 / 3, relu6.channels().get(0).saturated(), 1e-12);
    assertEquals(1.0 / 3, relu6.channels().get(1).saturated(), 1e-12);
    Tensor below = ArrayTensor.of(Shape.of(1, 1, 1, 3), 3f, 2f, 0f);
    assertEquals(0, of("Clip", below, NCHW).all().saturated());
    LayerInfo stated = new LayerInfo("x", "x", "Clip", List.of(), Layers.layer("Clip").output(), 0, "",
        Map.of("max", "3.0"));
    assertEquals(1.0 / 3, LayerStatistics.of(new LayerValue(stated, below, NCHW, true), true, Progress.NONE).all()
        .saturated(), 1e-12);
    Tensor quantised = ArrayTensor.convert(ElementType.UINT8, Shape.of(1, 4), 0, 255, 7, 9);
    assertEquals(0.5, of("QuantizeLinear", quantised, new FeatureLayout(Kind.VECTOR, 1, -1, -1)).all().saturated());
  }

  @Test
  void entropyIsThatOfEvenAndOfSingleValues() {
    float[] even = new float[LayerStatistics.BINS * 4];
    for (int i = 0; i < even.length; i++) {
      even[i] = i % LayerStatistics.BINS;
    }
    assertEquals(6, of("Conv", ArrayTensor.of(Shape.of(1, 1, 4, 64), even), NCHW).all().entropy(), 1e-12);
    assertEquals(0, of("Conv", ArrayTensor.of(Shape.of(1, 1, 2, 2), 7, 7, 7, 7), NCHW).all().entropy());
    Tensor halves = ArrayTensor.of(Shape.of(1, 1, 1, 4), 0f, 0f, 1f, 1f);
    assertEquals(1, of("Conv", halves, NCHW).all().entropy(), 1e-12);
    Tensor huge = ArrayTensor.of(Shape.of(1, 1, 1, 2), -Double.MAX_VALUE, Double.MAX_VALUE);
    assertTrue(Double.isFinite(of("Conv", huge, NCHW).all().entropy()));
    Tensor large = ArrayTensor.of(Shape.of(1, 1, 1, 2), 1e18, 1e18);
    assertEquals(0, of("Conv", large, NCHW).all().entropy());
  }

  @Test
  void influenceIsTheSumOfActivationTimesGradient() {
    float[] a = random(6 * 35, 5);
    float[] g = random(6 * 35, 6);
    Shape shape = Shape.of(1, 5, 7, 6);
    LayerValue value = new LayerValue(Layers.layer("Conv"), ArrayTensor.of(shape, a), NHWC, true);
    double[] expected = new double[6];
    for (int i = 0; i < a.length; i++) {
      expected[i % 6] += (double) a[i] * g[i];
    }
    double[] found = Influence.of(value, ArrayTensor.of(shape, g), Progress.NONE);
    assertArrayEquals(expected, found, 1e-9 * Arrays.stream(expected).map(Math::abs).max().orElseThrow());
    assertThrows(IllegalArgumentException.class,
        () -> Influence.of(value, ArrayTensor.of(Shape.of(2), 1f, 2f), Progress.NONE));
  }

  @Test
  void stopsWhenCancelled() {
    Tensor t = ArrayTensor.of(Shape.of(1, 2), 1f, 2f);
    LayerValue value = new LayerValue(Layers.layer("Gemm"), t, new FeatureLayout(Kind.VECTOR, 1, -1, -1), true);
    assertThrows(CancellationException.class, () -> LayerStatistics.of(value, true, new Stopped()));
  }

  private static final class Stopped implements Progress {
    @Override
    public void begin(String task, long units) {
    }

    @Override
    public void worked(long units) {
    }

    @Override
    public boolean cancelled() {
      return true;
    }
  }
}
