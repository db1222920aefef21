/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pictures that Pillow resized; see tests/golden/resample_cases.py. */
class PillowGoldenTest {

  @TestFactory
  List<DynamicTest> equalsPillow() throws IOException {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        PillowGoldenTest.class.getResourceAsStream("golden/pillow.txt"), StandardCharsets.US_ASCII))) {
      return in.lines().map(line -> line.split(" "))
          .map(f -> DynamicTest.dynamicTest(String.join(" ", List.of(f).subList(0, 7)), () -> check(f))).toList();
    }
  }

  private static void check(String... f) {
    boolean eightBit = f[0].equals("8bit");
    int[] n = new int[5];
    for (int i = 0; i < 5; i++) {
      n[i] = Integer.parseInt(f[i + 2]);
    }
    float[] expected = new float[f.length - 7];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = Float.parseFloat(f[i + 7]);
    }
    float[] picture = picture(n[0], n[1], n[2]);
    float[] actual = Resampler.resize(picture, n[0], n[1], n[2], n[3], n[4], Filter.valueOf(f[1]),
        eightBit ? Mode.PILLOW_8BIT : Mode.ANTIALIAS);
    assertArrayEquals(expected, actual, eightBit ? 0 : 3e-5f);
  }

  static float[] picture(int height, int width, int channels) {
    float[] out = new float[height * width * channels];
    int i = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          out[i++] = (37 * y + 91 * x + 53 * c + 29 * x * y + 7 * y * y) % 256;
        }
      }
    }
    return out;
  }
}
