/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplerTest {

  @Test
  void bilinearHasHalfPixelCentresAndClampedEdges() {
    float[] out = Resampler.resize(new float[] {0, 10}, 1, 2, 1, 1, 4, Filter.BILINEAR, Mode.PLAIN);
    assertArrayEquals(new float[] {0, 2.5f, 7.5f, 10}, out, 1e-6f);
  }

  @Test
  void plainBilinearSkipsPixelsWhereAntialiasAveragesThem() {
    float[] in = {0, 0, 0, 0, 100, 0, 0, 0};
    assertArrayEquals(new float[] {0, 0}, Resampler.resize(in, 1, 8, 1, 1, 2, Filter.BILINEAR, Mode.PLAIN), 0);
    float[] smooth = Resampler.resize(in, 1, 8, 1, 1, 2, Filter.BILINEAR, Mode.ANTIALIAS);
    // triangle of half-width 4 around 6, cut at 8, over the centres 2.5 .. 7.5: weights 1 3 5 7 7 5, the spike has 5
    assertEquals(100 * 5f / 28, smooth[1], 1e-4f);
  }

  /** Independent of the implementation: the sum over all pixels of the filter times the edge-clamped picture. */
  @ParameterizedTest
  @CsvSource({"BILINEAR,9,4", "BILINEAR,4,9", "BICUBIC,9,4", "BICUBIC,4,9", "LANCZOS3,7,5", "LANCZOS3,5,12",
      "BICUBIC,1,6", "LANCZOS3,2,3"})
  void plainEqualsTheSumByDefinition(Filter filter, int in, int out) {
    float[] line = PillowGoldenTest.picture(1, in, 1);
    float[] expected = new float[out];
    for (int i = 0; i < out; i++) {
      double centre = (i + 0.5) * in / out - 0.5;
      double sum = 0;
      double total = 0;
      for (int j = -10; j < in + 10; j++) {
        double weight = filter.weight(j - centre);
        sum += weight * line[Math.clamp(j, 0, in - 1)];
        total += weight;
      }
      expected[i] = (float) (sum / total);
    }
    assertArrayEquals(expected, Resampler.resize(line, 1, in, 1, 1, out, filter, Mode.PLAIN), 1e-4f);
    assertArrayEquals(expected, Resampler.resize(line, in, 1, 1, out, 1, filter, Mode.PLAIN), 1e-4f);
  }

  @Test
  void areaIsTheMeanOverTheCoveredArea() {
    float[] out = Resampler.resize(new float[] {1, 2, 3, 4, 5}, 1, 5, 1, 1, 2, Filter.AREA, Mode.PLAIN);
    assertArrayEquals(new float[] {(1 + 2 + 1.5f) / 2.5f, (1.5f + 4 + 5) / 2.5f}, out, 1e-6f);
    float[] large = Resampler.resize(new float[] {1, 2}, 1, 2, 1, 1, 3, Filter.AREA, Mode.PLAIN);
    assertArrayEquals(new float[] {1, 1.5f, 2}, large, 1e-6f);
  }

  @ParameterizedTest
  @EnumSource(Filter.class)
  void aConstantStaysConstantAndTheSameSizeStaysAsItIs(Filter filter) {
    float[] flat = new float[6 * 5 * 2];
    Arrays.fill(flat, 77);
    float[] picture = PillowGoldenTest.picture(6, 5, 2);
    for (Mode mode : Mode.values()) {
      for (float v : Resampler.resize(flat, 6, 5, 2, 3, 11, filter, mode)) {
        assertEquals(77, v, 1e-4f);
      }
      assertArrayEquals(picture, Resampler.resize(picture, 6, 5, 2, 6, 5, filter, mode), 1e-4f);
    }
  }

  @Test
  void channelsDoNotMix() {
    float[] two = PillowGoldenTest.picture(7, 6, 2);
    float[] out = Resampler.resize(two, 7, 6, 2, 4, 9, Filter.BICUBIC, Mode.ANTIALIAS);
    for (int c = 0; c < 2; c++) {
      float[] plane = new float[42];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = two[2 * i + c];
      }
      float[] alone = Resampler.resize(plane, 7, 6, 1, 4, 9, Filter.BICUBIC, Mode.ANTIALIAS);
      for (int i = 0; i < alone.length; i++) {
        assertEquals(alone[i], out[2 * i + c]);
      }
    }
  }

  @Test
  void refusesEmptyAndMismatchedAndImpossibleSizes() {
    assertThrows(IllegalArgumentException.class, () -> Resampler.of(0, 1, 1, 1, Filter.BOX, Mode.PLAIN));
    assertThrows(IllegalArgumentException.class,
        () -> Resampler.resize(new float[3], 2, 2, 1, 1, 1, Filter.BOX, Mode.PLAIN));
    assertThrows(ArithmeticException.class,
        () -> Resampler.resize(new float[1], 1, 1, 1, 70_000, 70_000, Filter.NEAREST, Mode.PLAIN));
  }
}
