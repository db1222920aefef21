/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.WeightInfo;
import org.loupe.core.kernel.KernelPictures;
import org.loupe.math.stats.Histogram;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.scene.HitGrid;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;

/** What is told of weights is what they are. */
class WeightsTest {
  private static Tensor counting(long... dims) {
    float[] values = new float[(int) Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return ArrayTensor.of(Shape.of(dims), values);
  }

  private static WeightsFacts facts(Tensor t, boolean kernels, KernelPictures.Inputs inputs) throws Exception {
    Summary summary = Summary.of(t);
    return new WeightsFacts(new WeightInfo("w", "W", ElementType.FLOAT32, List.of(t.size()), 4 * t.size()),
        Optional.of(summary), Optional.of(Histogram.of(t, 10)), false,
        kernels ? Optional.of(new KernelPictures(t, inputs, KernelPictures.RGB, true)) : Optional.empty());
  }

  @Test
  void smallTensorsAreLookedAtWhole() {
    WeightSample sample = WeightSample.of(counting(3, 5), Progress.NONE);
    assertTrue(sample.whole());
    assertEquals(15, sample.values().length);
    assertEquals(14, sample.values()[14]);
  }

  @Test
  void largeOnesAreSampledFromBeginningToEnd() {
    Tensor t = counting(100_000);
    WeightSample sample = WeightSample.of(t, 4 * 4096, Progress.NONE);
    assertFalse(sample.whole());
    assertEquals(4 * 4096, sample.values().length);
    assertEquals(0, sample.values()[0]);
    assertEquals(99_999, sample.values()[4 * 4096 - 1]);
    assertEquals(4 * 4096, Arrays.stream(sample.values()).distinct().count(), "nothing is looked at twice");
  }

  @Test
  void numbersThatAreNotFiniteAreCounted() throws Exception {
    Tensor t = ArrayTensor.of(Shape.of(5), 0f, 2f, Float.NaN, Float.NEGATIVE_INFINITY, -2f);
    String text = WeightsPane.statistics(new WeightsFacts(new WeightInfo("w", "W", ElementType.FLOAT32, List.of(5L),
        20), Optional.of(Summary.of(t)), Optional.empty(), false, Optional.empty()));
    assertTrue(text.contains("-2 to 2, mean 0") && text.contains("2 are NaN or infinite"), text);
  }

  @Test
  void everyKernelHasItsPlaceAndSelectsItsChannel() throws Exception {
    Scene scene = new WeightsScene(facts(counting(20, 3, 5, 5), true, KernelPictures.Inputs.COLOUR), "conv", 600, 200)
        .scene(0);
    HitGrid grid = grids(scene).getLast();
    List<Double> channels = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        Optional<Selection> selection = grid.cells().selection(row, column);
        selection.ifPresent(s -> channels.add(s.coordinates().get(0)));
        assertEquals(selection.isEmpty(), grid.cells().tooltip(row, column).isEmpty());
      }
    }
    assertEquals(20, channels.size());
    for (int k = 0; k < 20; k++) {
      assertEquals(k, channels.get(k));
    }
  }

  @Test
  void pixelsAreThoseOfTheKernels() throws Exception {
    Tensor t = counting(4, 2, 3, 3);
    WeightsFacts facts = facts(t, true, KernelPictures.Inputs.EACH);
    ImageItem image = scene(facts, 1).items().stream().filter(ImageItem.class::isInstance).map(ImageItem.class::cast)
        .findFirst().orElseThrow();
    int[] second = facts.kernels().orElseThrow().picture(2 * 1 + 1).argb();
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 3; x++) {
        assertEquals(second[y * 3 + x], image.raster().argb(4 + x, y), "kernel 1, input channel 1");
      }
    }
  }

  private static Scene scene(WeightsFacts facts, int input) {
    return new WeightsScene(facts, "conv", 900, 120).scene(input);
  }

  @Test
  void binsSayWhatTheyCount() throws Exception {
    Scene scene = scene(facts(counting(100), false, null), 0);
    assertEquals(1, grids(scene).size());
    assertTrue(grids(scene).get(0).cells().tooltip(0, 0).endsWith("10 weights"),
        grids(scene).get(0).cells().tooltip(0, 0));
  }

  @Test
  void hugeKernelsAndTinyCanvasesAreDrawn() throws Exception {
    scene(facts(counting(2, 1, 1, 3000), true, KernelPictures.Inputs.EACH), 0);
    new WeightsScene(facts(counting(300, 1, 3, 3), true, KernelPictures.Inputs.EACH), "conv", 3, 3).scene(5);
  }

  private static List<HitGrid> grids(Scene scene) {
    return scene.items().stream().filter(HitGrid.class::isInstance).map(HitGrid.class::cast).toList();
  }
}
