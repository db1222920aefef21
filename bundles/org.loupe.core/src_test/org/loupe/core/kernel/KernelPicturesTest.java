/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException.Kind;
import org.loupe.core.kernel.KernelPictures.Inputs;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class KernelPicturesTest {
  /** Two kernels of one row and two columns; the second is half as strong. */
  private static final Tensor COLOURED = ArrayTensor.of(Shape.of(2, 3, 1, 2),
      2.0, 0, -2, 0, 0, 1, /* the second */ 1, 0, -1, 0, 0, 0.5);

  private static int[] pixels(Tensor weights, Inputs inputs, boolean common, long index) throws Exception {
    return new KernelPictures(weights, inputs, KernelPictures.RGB, common).picture(index).argb();
  }

  @Test
  void colourIsSymmetricAroundGrey() throws Exception {
    assertArrayEquals(new int[] {0xff000000 | 255 << 16 | 1 << 8 | 128, 0xff000000 | 128 << 16 | 128 << 8 | 192},
        pixels(COLOURED, Inputs.COLOUR, false, 0));
    assertArrayEquals(pixels(COLOURED, Inputs.COLOUR, false, 0), pixels(COLOURED, Inputs.COLOUR, false, 1),
        "each kernel has its own full colour");
    assertArrayEquals(new int[] {0xff000000 | 192 << 16 | 65 << 8 | 128, 0xff000000 | 128 << 16 | 128 << 8 | 160},
        pixels(COLOURED, Inputs.COLOUR, true, 1), "half as strong as the first");
    assertEquals(2, new KernelPictures(COLOURED, Inputs.COLOUR, KernelPictures.RGB, true).picture(1).scale());
  }

  @Test
  void colourTakesChannelsInTheOrderOfTheInput() throws Exception {
    int[] bgr = new KernelPictures(COLOURED, Inputs.COLOUR, List.of(2, 1, 0), false).picture(0).argb();
    int[] rgb = pixels(COLOURED, Inputs.COLOUR, false, 0);
    for (int i = 0; i < rgb.length; i++) {
      assertEquals(rgb[i] & 0xff00, bgr[i] & 0xff00);
      assertEquals(rgb[i] >> 16 & 0xff, bgr[i] & 0xff);
      assertEquals(rgb[i] & 0xff, bgr[i] >> 16 & 0xff);
    }
  }

  @Test
  void otherKernelsAreSignedNumbers() throws Exception {
    Tensor weights = ArrayTensor.of(Shape.of(1, 2, 2, 1), 4.0, -4, 0, 2);
    KernelPictures each = new KernelPictures(weights, Inputs.EACH, KernelPictures.RGB, false);
    assertEquals(2, each.count());
    assertEquals(1, each.picture(1).input());
    assertArrayEquals(new int[] {ColorMaps.BLUE_WHITE_RED.argb(1), ColorMaps.BLUE_WHITE_RED.argb(0)},
        each.picture(0).argb());
    assertArrayEquals(new int[] {ColorMaps.BLUE_WHITE_RED.argb(0.5), ColorMaps.BLUE_WHITE_RED.argb(1)},
        each.picture(1).argb(), "zero is neutral");
    assertEquals(ColorMaps.BLUE_WHITE_RED.argb(0.75), pixels(weights, Inputs.EACH, true, 1)[1], "2 of 4");
    KernelPicture mean = new KernelPictures(weights, Inputs.MEAN, KernelPictures.RGB, false).picture(0);
    assertEquals(2, mean.scale(), "means are 2 and -1");
    assertEquals(ColorMaps.BLUE_WHITE_RED.argb(0.25), mean.argb()[1]);
    assertEquals(-1, mean.input());
  }

  @Test
  void nonFiniteWeightsAreMarkedAndDoNotScale() throws Exception {
    Tensor weights = ArrayTensor.of(Shape.of(1, 1, 1, 3), Double.NaN, 1, Double.POSITIVE_INFINITY);
    KernelPicture picture = new KernelPictures(weights, Inputs.EACH, KernelPictures.RGB, true).picture(0);
    assertArrayEquals(new int[] {KernelPictures.NON_FINITE, ColorMaps.BLUE_WHITE_RED.argb(1),
        KernelPictures.NON_FINITE}, picture.argb());
    assertEquals(2, picture.nonFinite());
    assertEquals(1, picture.scale());
  }

  @Test
  void zeroKernelsAreNeutral() throws Exception {
    Tensor zero = ArrayTensor.of(Shape.of(1, 3, 1, 1), 0.0, 0, 0);
    assertEquals(0xff808080, pixels(zero, Inputs.COLOUR, false, 0)[0]);
    assertEquals(ColorMaps.BLUE_WHITE_RED.argb(0.5), pixels(zero, Inputs.EACH, true, 2)[0]);
  }

  @Test
  void kernelsOfOneAxisAreRows() throws Exception {
    Tensor weights = ArrayTensor.of(Shape.of(1, 1, 3), 1.0, 0, -1);
    KernelPicture row = new KernelPictures(weights, Inputs.EACH, KernelPictures.RGB, false).picture(0);
    assertEquals(List.of(3, 1), List.of(row.width(), row.height()));
  }

  @Test
  void otherWeightsAreRefused() throws Exception {
    refused(Kind.NOT_APPLICABLE, () -> pixels(ArrayTensor.of(Shape.of(2, 2), 1.0, 2, 3, 4), Inputs.EACH, false, 0));
    refused(Kind.NOT_APPLICABLE,
        () -> pixels(ArrayTensor.of(Shape.of(1, 2, 1, 1), 1.0, 2), Inputs.COLOUR, false, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> pixels(COLOURED, Inputs.EACH, false, 6));
    assertTrue(KernelPictures.colourable(COLOURED.shape()));
    assertFalse(KernelPictures.colourable(Shape.of(3, 3)));
  }
}
