/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.heatmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Reduction;
import org.loupe.visualize.internal.heatmap.HeatmapOptions.Sign;

class PlaneTest {
  private static final double NAN = Double.NaN;

  private static SaliencyMap map(SpatialAxes axes, Shape shape, double... values) {
    return new SaliencyMap("x", ArrayTensor.of(shape, values), axes, Optional.empty(), Map.of());
  }

  private static double[] reduced(Reduction reduction, double... values) throws LoupeException {
    return Plane.of(map(SpatialAxes.NCHW, Shape.of(1, values.length / 2, 1, 2), values), reduction).values();
  }

  @Test
  void reducesChannels() throws LoupeException {
    // The first position has 1, -4, 2, the second 3, 3, 3.
    double[] v = {1, 3, -4, 3, 2, 3};
    assertArrayEquals(new double[] {-1, 9}, reduced(Reduction.SUM, v));
    assertArrayEquals(new double[] {-1 / 3.0, 3}, reduced(Reduction.MEAN, v), 1e-15);
    assertArrayEquals(new double[] {-4, 3}, reduced(Reduction.MAX_ABS, v));
    assertArrayEquals(new double[] {Math.sqrt(21), Math.sqrt(27)}, reduced(Reduction.L2, v), 1e-15);
    assertArrayEquals(new double[] {-1, 9}, reduced(Reduction.AUTO, v), "channels differ: the sum");
  }

  @Test
  void equalChannelsAreNotCountedTwice() throws LoupeException {
    assertArrayEquals(new double[] {5, -2}, reduced(Reduction.AUTO, 5, -2, 5, -2, 5, -2));
    assertArrayEquals(new double[] {NAN, -2}, reduced(Reduction.AUTO, 5, -2, NAN, -2, 5, -2), "NaN is not hidden");
    assertArrayEquals(new double[] {NAN, -6}, reduced(Reduction.SUM, 5, -2, NAN, -2, 5, -2));
    assertArrayEquals(new double[] {NAN, -2}, reduced(Reduction.MAX_ABS, 5, -2, NAN, -2, 5, -2));
  }

  @Test
  void findsTheGridInAnyLayout() throws LoupeException {
    Plane plane = Plane.of(map(SpatialAxes.NHWC, Shape.of(1, 2, 3, 2), 1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60),
        Reduction.SUM);
    assertEquals(2, plane.rows());
    assertEquals(3, plane.columns());
    assertArrayEquals(new double[] {11, 22, 33, 44, 55, 66}, plane.values());
    assertArrayEquals(new double[] {1, 2, 3, 4},
        Plane.of(map(new SpatialAxes(0, 1, -1), Shape.of(2, 2), 1, 2, 3, 4), Reduction.AUTO).values());
    assertThrows(LoupeException.class, () -> Plane.of(map(SpatialAxes.NCHW, Shape.of(2, 2), 1, 2, 3, 4),
        Reduction.AUTO));
  }

  @Test
  void takesTheSignThatIsAskedFor() {
    Plane plane = new Plane(1, 4, new double[] {-3, 0, 2, NAN});
    assertArrayEquals(new double[] {-3, 0, 2, NAN}, plane.signed(Sign.SIGNED).values());
    assertArrayEquals(new double[] {0, 0, 2, NAN}, plane.signed(Sign.POSITIVE).values());
    assertArrayEquals(new double[] {-3, 0, 0, NAN}, plane.signed(Sign.NEGATIVE).values());
    assertArrayEquals(new double[] {3, 0, 2, NAN}, plane.signed(Sign.ABSOLUTE).values());
    assertEquals(0, plane.peak());
    assertEquals(-1, new Plane(1, 2, new double[] {0, NAN}).peak());
  }
}
