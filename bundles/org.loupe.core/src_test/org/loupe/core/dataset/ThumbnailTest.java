/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

class ThumbnailTest {
  private static final int GREY = 0xff808080;
  private static final int LIGHT = 0xffffe000;

  @Test
  void pixelsAreAveragedByArea() {
    Picture picture = new Picture(4, 2, new int[] {0xff000000, 0xff640000, 0xff0000ff, 0xff0000ff,
        0xff000064, 0xff640064, 0xff0000ff, 0x000000ff}, Affine.IDENTITY);
    Picture small = Thumbnail.shrink(picture, 2);
    assertEquals(List.of(2, 1), List.of(small.width(), small.height()));
    assertArrayEquals(new int[] {0xff320032, 0xbf0000ff}, small.argb(), "what is clear has no colour to add");
    assertEquals(new Affine(0.5, 0, 0.5, 0), small.inputToPicture());
  }

  @Test
  void smallPicturesStayAndAreNotShared() {
    Picture picture = new Picture(2, 1, new int[] {1, 2}, Affine.IDENTITY);
    Picture same = Thumbnail.shrink(picture, 5);
    assertArrayEquals(picture.argb(), same.argb());
    assertNotSame(picture.argb(), same.argb());
  }

  @Test
  void frameLiesWhereTheElementIs() {
    int[] grey = new int[64 * 64];
    Arrays.fill(grey, GREY);
    // the model's input of 32 x 32 is the right lower quarter of the picture
    Picture picture = new Picture(64, 64, grey, new Affine(1, 32, 1, 32));
    DecodedInput input = new DecodedInput("x", ArrayTensor.of(Shape.of(1, 1, 32, 32), new float[1024]), "image",
        Optional.of(SpatialAxes.NCHW), Optional.of(picture), List.of());
    ExcitingFile file = new ExcitingFile("a", 1, 1, 2, 1);
    ExcitingFiles found = new ExcitingFiles(4, 4, List.of(), 1, 1, 0, "", true);

    Picture marked = Thumbnail.marked(input, file, found, 64);

    List<Integer> xs = new ArrayList<>();
    List<Integer> ys = new ArrayList<>();
    for (int i = 0; i < marked.argb().length; i++) {
      if (marked.argb()[i] == LIGHT) {
        xs.add(i % 64);
        ys.add(i / 64);
      }
    }
    assertEquals(List.of(40, 47, 48, 55), List.of(xs.stream().min(Integer::compare).orElseThrow(),
        xs.stream().max(Integer::compare).orElseThrow(), ys.stream().min(Integer::compare).orElseThrow(),
        ys.stream().max(Integer::compare).orElseThrow()), "column 1 and row 2 of cells of 8 pixels");
    assertEquals(GREY, picture.argb()[48 * 64 + 40], "the input's own picture stays");
  }
}
