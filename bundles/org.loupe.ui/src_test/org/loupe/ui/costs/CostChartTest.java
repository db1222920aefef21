/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.ThemeRole;

/** The bars are the numbers, and a click on one leads to its layer. */
class CostChartTest {
  private static LayerCost cost(int i, long work, long weights, long activations) {
    return new LayerCost("layer" + i, Optional.of(List.of(1L)), OptionalLong.of(work), weights,
        OptionalLong.of(activations));
  }

  private static List<LayerCost> costs(int count) {
    List<LayerCost> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      out.add(cost(i, i * 1000L, 10, 4L * (count - i)));
    }
    return out;
  }

  /** The layer that a click at a part of the width selects. */
  private static String clicked(Scene scene, double part) {
    Rect plot = plot(scene);
    HitRegion hit = scene.hit(plot.x() + plot.width() * part, plot.centerY()).orElseThrow();
    return hit.selection().orElseThrow().id();
  }

  private static Rect plot(Scene scene) {
    return scene.items().stream().filter(HitGrid.class::isInstance).map(i -> ((HitGrid) i).bounds()).findFirst()
        .orElseThrow();
  }

  @Test
  void everyLayerHasItsBarWhereThereIsRoom() {
    CostChart chart = new CostChart(costs(10), 600, 300, false);
    assertEquals(10, chart.bars());
    for (int i = 0; i < 10; i++) {
      assertEquals(i * 1000, chart.value(CostKind.MULTIPLY_ADDS, i));
      assertEquals(4 * (10 - i), chart.value(CostKind.ACTIVATIONS, i));
    }
    Scene scene = chart.scene(Optional.empty());
    assertEquals("layer0", clicked(scene, 0.02));
    assertEquals("layer9", clicked(scene, 0.98));
    String tip = scene.hit(plot(scene).right() - 1, 100).orElseThrow().tooltip();
    assertTrue(tip.contains("layer9") && tip.contains("9 k, 20.0 %"), tip);
  }

  @Test
  void manyLayersShareBarsThatShowTheirLargest() {
    List<LayerCost> many = costs(20_000);
    many.set(777, cost(777, 1_000_000_000L, 10, 8));
    CostChart chart = new CostChart(many, 600, 300, false);
    assertTrue(chart.bars() <= 200, "a bar can be seen and hit");
    double largest = 0;
    for (int bar = 0; bar < chart.bars(); bar++) {
      largest = Math.max(largest, chart.value(CostKind.MULTIPLY_ADDS, bar));
    }
    assertEquals(1e9, largest, "nothing is averaged away");
    assertEquals("layer777", clicked(chart.scene(Optional.empty()), 777 / 20_000.0));
  }

  @Test
  void unknownIsNotZero() {
    LayerCost unknown = new LayerCost("u", Optional.empty(), OptionalLong.empty(), 0, OptionalLong.empty());
    CostChart chart = new CostChart(List.of(cost(0, 5, 5, 5), unknown), 600, 300, false);
    assertEquals(-1, chart.value(CostKind.ACTIVATIONS, 1));
    Scene scene = chart.scene(Optional.empty());
    String tip = scene.hit(plot(scene).right() - 1, 100).orElseThrow().tooltip();
    assertTrue(tip.contains(Messages.CostChart_unknown), tip);
  }

  @Test
  void layerThatIsLookedAtIsMarked() {
    List<LayerCost> costs = costs(20_000);
    assertEquals(0, marks(new CostChart(costs, 600, 300, false).scene(Optional.empty())).size());
    for (int i : new int[] {0, 1, 9_999, 19_998, 19_999}) {
      Scene scene = new CostChart(costs, 600, 300, false).scene(Optional.of("layer" + i));
      List<Item> marks = marks(scene);
      assertEquals(1, marks.size());
      double at = ((PathItem) marks.get(0)).path().bounds().centerX();
      double part = (i + 0.5) / 20_000;
      Rect plot = plot(scene);
      assertTrue(Math.abs(at - plot.x() - part * plot.width()) < 6, "layer " + i + " at " + at);
    }
  }

  private static List<Item> marks(Scene scene) {
    return scene.items().stream().filter(i -> i instanceof PathItem p
        && p.fill().equals(Optional.of(SceneColor.of(ThemeRole.ACCENT, 0.25)))).toList();
  }

  @Test
  void narrowAndEmptyOfWorkIsDrawnToo() {
    Scene scene = new CostChart(List.of(cost(0, 0, 0, 0)), 40, 40, true).scene(Optional.of("layer0"));
    assertEquals(40, scene.width());
  }
}
