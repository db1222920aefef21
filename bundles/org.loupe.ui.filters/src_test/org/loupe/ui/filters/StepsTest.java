/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.GeneratedInput.Frame;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Scene;
import org.loupe.scene.text.AverageTextMeasure;

class StepsTest {
  private static Picture picture(int argb) {
    return new Picture(1, 1, new int[] {argb}, Affine.IDENTITY);
  }

  private static GeneratedInput made(Picture picture, List<Double> scores, List<Frame> frames) {
    return new GeneratedInput("x", "channel:conv/1", ArrayTensor.of(Shape.of(1, 1, 1, 1), 0.5), SpatialAxes.NCHW,
        picture, scores, frames, Map.of());
  }

  @Test
  void whatWasSeenOnTheWayStays() {
    Steps first = Steps.of(made(picture(1), List.of(0.0), List.of()), null);
    Steps second = Steps.of(made(picture(2), List.of(0.0, 1.0, 2.0), List.of()), first);
    assertEquals(2, second.frames().size());
    assertEquals(List.of(0, 2), List.of(second.step(0), second.step(1)));
    assertSame(first.picture(0), second.picture(0));
    assertEquals(2.0, second.score(1));
  }

  @Test
  void aResultsOwnFramesWin() {
    Steps before = Steps.of(made(picture(1), List.of(0.0), List.of()), null);
    Steps end = Steps.of(made(picture(9), List.of(0.0, 1.0, 2.0, 3.0),
        List.of(new Frame(0, picture(5)), new Frame(1, picture(6)))), before);
    assertEquals(List.of(5, 6, 9), end.frames().stream().map(f -> f.picture().argb()[0]).toList());
    assertEquals(3, end.step(2));
  }

  @Test
  void longClimbsAreThinnedButKeepTheirEnds() {
    List<Frame> frames = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      frames.add(new Frame(i, picture(i)));
      scores.add((double) i);
    }
    Steps steps = Steps.of(made(picture(999), scores, frames), null);
    assertTrue(steps.frames().size() <= 200 && steps.frames().size() > 50, "frames: " + steps.frames().size());
    assertEquals(0, steps.step(0));
    assertEquals(999, steps.step(steps.frames().size() - 1));
  }

  @Test
  void curveTellsEveryMeasuredStep() {
    Scene scene = ClimbScenes.curve(List.of(1.0, Double.NaN, 3.0), 2, 300, 100, new AverageTextMeasure());
    List<HitRegion> regions = scene.regions().stream().filter(r -> r.selection().isPresent()).toList();
    assertEquals(2, regions.size());
    assertEquals("step 2: score 3", regions.get(1).tooltip());
    assertEquals(regions.get(0).bounds().right(), regions.get(1).bounds().x(), 1e-9);
    assertEquals(ClimbScenes.STEP, regions.get(1).selection().orElseThrow().kind());
    for (List<Double> odd : List.of(List.of(Double.NaN), List.of(2.0, 2.0), List.of(0.0))) {
      assertEquals(300, ClimbScenes.curve(odd, 0, 300, 100, new AverageTextMeasure()).width());
    }
  }

  @Test
  void smallPicturesAreEnlargedByWholeFactors() {
    Scene scene = ClimbScenes.picture(new Picture(96, 48, new int[96 * 48], Affine.IDENTITY), "t", "d");
    assertEquals(4 * 96, scene.width());
    assertEquals(4 * 48, scene.height());
  }
}
