/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.internal.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class TensorModalityTest {
  private static final ValueSpec FLOATS = ValueSpec.tensor("x", ElementType.FLOAT32, Dimension.open("batch"),
      Dimension.of(3));

  private static DecodedInput wrap(Tensor tensor, ValueSpec input, Map<String, String> card) throws LoupeException {
    return new TensorModality().wrap(tensor, input, SettingsSchema.of(TensorCard.class).read(card));
  }

  private static String refused(Tensor tensor, ValueSpec input, Map<String, String> card) {
    LoupeException e = assertThrows(LoupeException.class, () -> wrap(tensor, input, card));
    assertEquals(LoupeException.Kind.BAD_INPUT, e.kind());
    return e.getMessage();
  }

  @Test
  void readsAFileAsItIs(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("x.npy");
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 3), 1f, 2f, Float.NaN), file);
    DecodedInput input = new TensorModality().decode(file, FLOATS, SettingsSchema.of(TensorCard.class).defaults(),
        Progress.NONE);
    assertArrayEquals(new double[] {1, 2, Double.NaN}, input.tensor().toDoubles());
    assertEquals("tensor", input.modality());
    Files.writeString(file, "no tensor");
    LoupeException e = assertThrows(LoupeException.class, () -> new TensorModality().decode(file, FLOATS,
        SettingsSchema.of(TensorCard.class).defaults(), Progress.NONE));
    assertEquals(LoupeException.Kind.BAD_INPUT, e.kind());
    assertTrue(e.getMessage().contains(file.toString()) && e.getMessage().lines().count() == 1, e.getMessage());
  }

  @Test
  void fitsTypeAndRankWithoutChangingWhatIsSaid() throws LoupeException {
    DecodedInput input = wrap(ArrayTensor.of(Shape.of(3), 1.0, 2.0, 0.1), FLOATS, Map.of());
    assertEquals(Shape.of(1, 3), input.tensor().shape());
    assertEquals(ElementType.FLOAT32, input.tensor().type());
    assertEquals(0.1f, input.tensor().get(2));
    assertEquals(ElementType.FLOAT32,
        wrap(ArrayTensor.of(Shape.of(1, 3), 1L, 2L, 3L), FLOATS, Map.of()).tensor().type());
    assertEquals("a tensor of INT64 does not fit input x, FLOAT32 [batch, 3]",
        refused(ArrayTensor.of(Shape.of(1, 3), 1L, 2L, (1L << 24) + 1), FLOATS, Map.of()));
    ValueSpec whole = ValueSpec.tensor("i", ElementType.INT64, Dimension.of(1));
    assertEquals(7, wrap(ArrayTensor.of(Shape.of(1), 7.0), whole, Map.of()).tensor().get(0));
    assertEquals("a tensor of FLOAT64 does not fit input i, INT64 [1]",
        refused(ArrayTensor.of(Shape.of(1), 7.5), whole, Map.of()));
  }

  @Test
  void refusesAnotherShape() {
    assertEquals("a tensor of shape [1, 4] does not fit input x, FLOAT32 [batch, 3]",
        refused(ArrayTensor.of(Shape.of(1, 4), new float[4]), FLOATS, Map.of()));
    assertEquals("a tensor of shape [1, 1, 1, 3] does not fit input x, FLOAT32 [batch, 3]",
        refused(ArrayTensor.of(Shape.of(1, 1, 1, 3), new float[3]), FLOATS, Map.of()));
  }

  @Test
  void knowsAGridByItsChannels() throws LoupeException {
    ValueSpec any = new ValueSpec("x", org.loupe.api.model.ValueKind.TENSOR, Optional.empty(), Optional.empty());
    Tensor nchw = ArrayTensor.of(Shape.of(1, 3, 8, 9), new float[216]);
    assertEquals(Optional.of(SpatialAxes.NCHW), wrap(nchw, any, Map.of()).axes());
    assertEquals(Optional.of(SpatialAxes.NHWC),
        wrap(ArrayTensor.of(Shape.of(1, 8, 9, 1), new float[72]), any, Map.of()).axes());
    assertEquals(Optional.empty(), wrap(nchw, any, Map.of("layout", "none")).axes());
    assertEquals(Optional.empty(), wrap(ArrayTensor.of(Shape.of(1, 30, 1, 40), new float[1200]), any, Map.of()).axes());
    assertEquals("the card gives input x the layout NHWC, which has 4 axes; its shape is [1, 3]",
        refused(ArrayTensor.of(Shape.of(1, 3), new float[3]), any, Map.of("layout", "nhwc")));
  }

  @Test
  void takesFeatureNamesFromTheCard() throws LoupeException {
    Tensor tensor = ArrayTensor.of(Shape.of(1, 3), 1f, 2f, 3f);
    assertEquals(List.of("a", "b c", "d"), wrap(tensor, FLOATS, Map.of("features", "a, b c,d")).features());
    assertEquals("the card names 2 features; input x has the shape [1, 3]",
        refused(tensor, FLOATS, Map.of("features", "a,b")));
  }
}
