/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;

class TensorOutTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1000})
  void whatIsWrittenInPartsIsReadInMemoryAndFromAFile(long inMemory) throws Exception {
    TensorOut out = new TensorOut(Shape.of(3, 2), inMemory, () -> { });
    out.write(new double[] {1, 2.5});
    out.write(new double[] {-3, Double.NaN, 1e300, 6});
    assertEquals(inMemory == 0, out.tensor() instanceof FileTensor);
    assertArrayEquals(new double[] {1, 2.5, -3, Double.NaN, 1e300, 6}, out.tensor().toDoubles());
  }
}
