/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.perturbation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Compares occlusion with what Captum, which keeps attributions in single precision, gives for the same function; see
 * tests/golden/occlusion_cases.py.
 */
class CaptumTest {
  private static final Path GOLDEN = golden();

  private static Path golden() {
    try {
      return Path.of(CaptumTest.class.getResource("golden/captum.txt").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> attributionsAreThoseOfCaptum() throws Exception {
    return Files.readAllLines(GOLDEN).stream().map(line -> {
      String[] c = line.split(" ");
      return DynamicTest.dynamicTest(String.join(" ", List.of(c).subList(0, 7)), () -> check(c));
    });
  }

  private static void check(String[] c) throws Exception {
    int rows = Integer.parseInt(c[0]);
    int columns = Integer.parseInt(c[1]);
    var map = (SaliencyMap) new FakeContext(List.of(input(rows, columns)), 7, in -> network(in.get("x"))).explain(
        Map.of("window", c[2] + "," + c[3], "stride", c[4] + "," + c[5], "border", "crop", "baseline", "constant",
            "value", c[6]));
    assertEquals(c.length - 7, map.values().size());
    for (int i = 7; i < c.length; i++) {
      assertEquals(Double.parseDouble(c[i]), map.values().get(i - 7), 2e-6, "element " + (i - 7));
    }
  }

  private static DecodedInput input(int rows, int columns) {
    double[] x = new double[2 * rows * columns];
    for (int i = 0; i < x.length; i++) {
      int c = i / (rows * columns);
      int row = i / columns % rows;
      int column = i % columns;
      x[i] = Math.sin(3 * c + 1.3 * row + 0.7 * column * row + column);
    }
    return new DecodedInput("x", ArrayTensor.of(Shape.of(1, 2, rows, columns), x), "tensor",
        Optional.of(SpatialAxes.NCHW), Optional.empty(), List.of());
  }

  /** The convolution that the golden script describes. */
  static double network(Tensor in) {
    double[] x = in.toDoubles();
    int rows = in.shape().intDim(2);
    int columns = in.shape().intDim(3);
    double[] head = {1, -0.5, 2};
    double score = 0;
    for (int o = 0; o < 3; o++) {
      for (int y = 0; y < rows - 2; y++) {
        for (int z = 0; z < columns - 2; z++) {
          double sum = Math.cos(o);
          for (int k = 0; k < 18; k++) {
            int i = k / 9;
            int ky = k / 3 % 3;
            int kx = k % 3;
            sum += Math.sin(1 + 7 * o + 5 * i + 3 * ky + kx) * x[(i * rows + y + ky) * columns + z + kx];
          }
          score += Math.max(0, sum) * head[o] * (1 + 0.1 * y + 0.05 * z);
        }
      }
    }
    return score;
  }
}
