/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.visualize.internal.Scenes.all;
import static org.loupe.visualize.internal.Scenes.assertTidy;
import static org.loupe.visualize.internal.Scenes.draw;
import static org.loupe.visualize.internal.Scenes.firstImage;
import static org.loupe.visualize.internal.Scenes.says;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.scene.HitGrid;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;

class GeneratedViewTest {
  private static final GeneratedView VIEW = new GeneratedView();

  private static Picture plain(int argb, int width, int height) {
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, argb);
    return new Picture(width, height, pixels, Affine.IDENTITY);
  }

  private static GeneratedInput made(int width, int height, List<Double> scores) {
    List<GeneratedInput.Frame> frames = scores.size() < 4 ? List.of()
        : List.of(new GeneratedInput.Frame(1, plain(0xff000001, width, height)),
            new GeneratedInput.Frame(3, plain(0xff000003, width, height)));
    return new GeneratedInput("x", "channel:conv1/12", ArrayTensor.of(Shape.of(1, 1, 1, 1), 1f), SpatialAxes.NCHW,
        plain(0xff0000ff, width, height), scores, frames, Map.of("best", 2.5));
  }

  private static List<Double> rising(int count) {
    return IntStream.range(0, count).mapToObj(i -> i * 1.5).toList();
  }

  private static int shown(Scene scene) {
    return firstImage(scene).orElseThrow().raster().argb(0, 0);
  }

  @Test
  void theStepAskedForIsShownOrTheLastOneKeptBefore() throws LoupeException {
    GeneratedInput made = made(8, 8, rising(10));
    int[][] shown = {{-1, 0xff0000ff}, {0, 0xff000001}, {1, 0xff000001}, {2, 0xff000001}, {3, 0xff000003},
        {8, 0xff000003}, {9, 0xff0000ff}, {500, 0xff0000ff}};
    for (int[] s : shown) {
      assertEquals(s[1], shown(draw(VIEW, made, 600, 400, "step", Integer.toString(s[0]))), "step " + s[0]);
    }
    assertTrue(says(draw(VIEW, made, 600, 400), "after 9 steps: objective 13.5"));
    assertTrue(says(draw(VIEW, made, 600, 400, "step", "5"), "step 3 of 9: objective 4.5"));
    assertTrue(says(draw(VIEW, made, 600, 400), "channel:conv1/12"));
  }

  @Test
  void theCurveAnswersWithTheObjectiveOfAStep() throws LoupeException {
    HitGrid grid = all(draw(VIEW, made(8, 8, rising(10)), 600, 400), HitGrid.class).getFirst();
    assertEquals(10, grid.columns());
    assertEquals("step 4\nobjective 6", grid.cells().tooltip(0, 4));
    assertTrue(all(draw(VIEW, made(8, 8, rising(10)), 600, 400, "curve", "false"), HitGrid.class).isEmpty());
  }

  @Test
  void thePictureKeepsItsShapeAndSmallOnesHaveWholePixels() throws LoupeException {
    Rect wide = firstImage(draw(VIEW, made(300, 100, rising(10)), 900, 600)).orElseThrow().bounds();
    assertEquals(3, wide.width() / wide.height(), 1e-9);
    Rect small = firstImage(draw(VIEW, made(7, 7, rising(10)), 900, 600)).orElseThrow().bounds();
    assertEquals(0, small.width() % 7, 1e-9);
  }

  @Test
  void everySizeAndScoreIsTidy() throws LoupeException {
    for (List<Double> scores : List.of(List.<Double>of(), List.of(1.0), List.of(2.0, 2.0), rising(2000),
        List.of(Double.NaN, Double.NaN), List.of(-1e300, 1e300, Double.POSITIVE_INFINITY))) {
      for (int[] size : new int[][] {{1, 1}, {300, 200}, {1600, 1000}, {300, 900}}) {
        for (int side : new int[] {1, 224}) {
          assertTidy(scores.size() + " scores, " + size[0], draw(VIEW, made(side, side, scores), size[0], size[1]));
        }
      }
    }
  }
}
