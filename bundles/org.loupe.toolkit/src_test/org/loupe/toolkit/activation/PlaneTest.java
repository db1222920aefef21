/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.Table;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class PlaneTest {
  private static final FeatureLayout NHWC = new FeatureLayout(Kind.MAPS, 3, 1, 2);

  @TempDir
  Path folder;

  private static float[] counted(int n) {
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = i;
    }
    return out;
  }

  private static FeatureMaps maps(Tensor values, FeatureLayout layout) {
    return new FeatureMaps("x", values, layout, Optional.empty(), Table.of(), Map.of());
  }

  @Test
  void aChannelWhereverItLies() throws IOException {
    Tensor first = ArrayTensor.of(Shape.of(1, 2, 2, 3), counted(12));
    Plane plane = Plane.of(maps(first, new FeatureLayout(Kind.MAPS, 1, 2, 3)), 1, 100);
    assertArrayEquals(new double[] {6, 7, 8, 9, 10, 11}, plane.values());
    assertEquals(2, plane.rows());
    Shape shape = Shape.of(1, 2, 3, 2);
    double[] odd = {1, 3, 5, 7, 9, 11};
    assertArrayEquals(odd, Plane.of(maps(ArrayTensor.of(shape, counted(12)), NHWC), 1, 100).values());
    ByteBuffer bytes = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(counted(12));
    Path file = Files.write(folder.resolve("v"), bytes.array());
    Tensor slice = new FileTensor(ElementType.FLOAT32, shape, file, 0);
    assertArrayEquals(odd, Plane.of(maps(slice, NHWC), 1, 100).values());
    assertThrows(IndexOutOfBoundsException.class, () -> Plane.of(maps(slice, NHWC), 2, 100));
  }

  @Test
  void aLargeOneIsMadeSmallerByMeans() {
    Tensor values = ArrayTensor.of(Shape.of(1, 1, 4, 4), counted(16));
    Plane plane = Plane.of(maps(values, new FeatureLayout(Kind.MAPS, 1, 2, 3)), 0, 2);
    assertArrayEquals(new double[] {2.5, 4.5, 10.5, 12.5}, plane.values());
    assertEquals(4, plane.sourceRows());
    Tensor uneven = ArrayTensor.of(Shape.of(1, 1, 1, 5), counted(5));
    assertArrayEquals(new double[] {0.5, 3}, Plane.of(maps(uneven, new FeatureLayout(Kind.MAPS, 1, 2, 3)), 0, 2)
        .values());
  }

  @Test
  void tokensAndVectorsAreOnePicture() {
    Tensor tokens = ArrayTensor.of(Shape.of(1, 2, 3), counted(6));
    Plane plane = Plane.of(maps(tokens, new FeatureLayout(Kind.TOKENS, 2, 1, -1)), 0, 9);
    assertEquals(2, plane.rows());
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5}, plane.values());
    Plane turned = Plane.of(maps(tokens, new FeatureLayout(Kind.TOKENS, 1, 2, -1)), 0, 9);
    assertEquals(3, turned.rows());
    assertArrayEquals(new double[] {0, 3, 1, 4, 2, 5}, turned.values());
    Plane vector = Plane.of(maps(ArrayTensor.of(Shape.of(1, 3), counted(3)), new FeatureLayout(Kind.VECTOR, 1, -1, -1)),
        0, 9);
    assertArrayEquals(new double[] {0, 1, 2}, vector.values());
    assertThrows(IllegalArgumentException.class, () -> Plane.of(maps(tokens, new FeatureLayout(Kind.OTHER, -1, -1, -1)),
        0, 9));
  }
}
