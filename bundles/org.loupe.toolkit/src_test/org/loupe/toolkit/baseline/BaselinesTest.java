/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

class BaselinesTest {
  private static DecodedInput grid(SpatialAxes axes, Shape shape, double... values) {
    return new DecodedInput("x", ArrayTensor.of(shape, values), "tensor", Optional.of(axes), Optional.empty(),
        List.of());
  }

  @Test
  void aConstantIsTheSameEverywhereOrOneForEachChannel() throws LoupeException {
    DecodedInput nchw = grid(SpatialAxes.NCHW, Shape.of(1, 2, 1, 2), 1, 2, 3, 4);
    assertArrayEquals(new double[] {5, 5, 6, 6}, Baselines.constant(nchw, List.of(5.0, 6.0)).toDoubles());
    assertArrayEquals(new double[] {0.5, 0.5, 0.5, 0.5}, Baselines.constant(nchw, List.of(0.5)).toDoubles());
    DecodedInput nhwc = grid(SpatialAxes.NHWC, Shape.of(1, 1, 2, 2), 1, 2, 3, 4);
    assertArrayEquals(new double[] {5, 6, 5, 6}, Baselines.constant(nhwc, List.of(5.0, 6.0)).toDoubles());
    assertArrayEquals(new double[4], Baselines.zero(nhwc).toDoubles());
    assertEquals("the baseline has 3 values; input x takes 1 or 2",
        assertThrows(LoupeException.class, () -> Baselines.constant(nhwc, List.of(1.0, 2.0, 3.0))).getMessage());
  }

  @Test
  void aConstantMustFitTheType() throws LoupeException {
    DecodedInput bytes = DecodedInput.plain("x", ArrayTensor.convert(ElementType.UINT8, Shape.of(1, 2), 1, 2),
        "tensor");
    assertEquals(ElementType.UINT8, Baselines.constant(bytes, List.of(255.0)).type());
    assertEquals("input x of UINT8 cannot hold the baseline value -1.0",
        assertThrows(LoupeException.class, () -> Baselines.constant(bytes, List.of(-1.0))).getMessage());
  }

  @Test
  void theMeanIsThatOfEachChannel() throws LoupeException {
    assertArrayEquals(new double[] {1.5, 1.5, 7, 7},
        Baselines.mean(grid(SpatialAxes.NCHW, Shape.of(1, 2, 1, 2), 1, 2, 4, 10)).toDoubles(), 1e-12);
    assertArrayEquals(new double[] {2.5, 6, 2.5, 6},
        Baselines.mean(grid(SpatialAxes.NHWC, Shape.of(1, 1, 2, 2), 1, 2, 4, 10)).toDoubles(), 1e-12);
    DecodedInput plain = DecodedInput.plain("x", ArrayTensor.of(Shape.of(1, 4), 1.0, 2.0, 3.0, 10.0), "tensor");
    assertArrayEquals(new double[] {4, 4, 4, 4}, Baselines.mean(plain).toDoubles(), 1e-12);
  }

  @Test
  void blurringIsAGaussianSumWithRepeatedBorders() throws LoupeException {
    int rows = 5;
    int columns = 7;
    double sigma = 0.8;
    double[] x = new double[rows * columns * 2];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.sin(i * i);
    }
    double[] blurred = Baselines.blurred(grid(SpatialAxes.NHWC, Shape.of(1, rows, columns, 2), x), sigma).toDoubles();
    int radius = (int) Math.ceil(4 * sigma);
    for (int i = 0; i < x.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int dy = -radius; dy <= radius; dy++) {
        for (int dx = -radius; dx <= radius; dx++) {
          int row = Math.clamp(i / 2 / columns + dy, 0, rows - 1);
          int column = Math.clamp(i / 2 % columns + dx, 0, columns - 1);
          double w = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
          sum += w * x[(row * columns + column) * 2 + i % 2];
          weights += w;
        }
      }
      assertEquals(sum / weights, blurred[i], 1e-12, "element " + i);
    }
  }

  @Test
  void whatHasNoGridCannotBeBlurred() {
    DecodedInput plain = DecodedInput.plain("x", ArrayTensor.of(Shape.of(1, 2), 1.0, 2.0), "tensor");
    assertEquals("input x has no grid to blur over; choose another baseline",
        assertThrows(LoupeException.class, () -> Baselines.blurred(plain, 1)).getMessage());
  }
}
