/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.scene.HitRegion;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;

class BarsTest {
  private static FeatureAttribution result(List<Double> inputs, double... values) {
    List<String> names = IntStream.range(0, values.length).mapToObj(i -> "f" + i).toList();
    return new FeatureAttribution("x", ArrayTensor.of(Shape.of(1, values.length), values), names, inputs,
        Map.of("score", 2.0));
  }

  private static Scene scene(FeatureAttribution result, int width, int height, Map<String, String> options)
      throws LoupeException {
    return new Bars().prepare(result,
        new ViewRequest<>(SettingsSchema.of(BarsOptions.class).read(options), "Title", width, height));
  }

  private static List<String> texts(Scene scene) {
    return scene.items().stream().filter(TextItem.class::isInstance).map(i -> ((TextItem) i).text()).toList();
  }

  private static List<String> names(FeatureAttribution result, int top, boolean values) {
    return Bar.of(result, top, values).stream().map(Bar::name).toList();
  }

  /** Bars from top to bottom in one of the theme's colours for and against. */
  private static List<Rect> bars(Scene scene, ThemeRole role) {
    List<Rect> out = new ArrayList<>();
    for (var item : scene.items()) {
      if (item instanceof PathItem p && p.fill().isPresent() && p.fill().get() instanceof SceneColor.Role r
          && r.role() == role) {
        out.add(p.path().bounds());
      }
    }
    return out;
  }

  @Test
  void theStrongestComeFirstAndTheRestIsSummed() {
    FeatureAttribution five = result(List.of(), 1, -5, 3, 0.5, -0.25);
    assertEquals(List.of("f1", "f2", "sum of 3 others"), names(five, 2, true));
    assertEquals(List.of(-5.0, 3.0, 1.25), Bar.of(five, 2, true).stream().map(Bar::value).toList());
    assertEquals(List.of("f1", "f2", "f0"), names(result(List.of(), 1, -5, 3), 2, true), "a rest of one is named");
  }

  @Test
  void valuesOfFeaturesAreWrittenBehindTheirNames() {
    FeatureAttribution r = result(List.of(63.0, 0.125), 2, 1);
    assertEquals(List.of("f0 = 63", "f1 = 0.125"), names(r, 5, true));
    assertEquals(List.of("f0", "f1"), names(r, 5, false));
  }

  @Test
  void barsAreAsLongAsTheirValuesAndStartAtZero() throws LoupeException {
    Scene scene = scene(result(List.of(), 4, -2, 1), 600, 400, Map.of());
    List<Rect> positive = bars(scene, ThemeRole.POSITIVE);
    List<Rect> negative = bars(scene, ThemeRole.NEGATIVE);
    assertEquals(2, positive.size());
    assertEquals(positive.get(0).width(), 4 * positive.get(1).width(), 1e-9);
    assertEquals(positive.get(0).width(), 2 * negative.get(0).width(), 1e-9);
    assertEquals(positive.get(0).x(), negative.get(0).right(), 1e-9);
    assertEquals(positive.get(0).x(), positive.get(1).x(), 1e-9);
    double used = positive.get(0).right() - negative.get(0).x();
    assertTrue(used > 0.7 * scene.width(), "the bars fill the width: " + used);
    assertTrue(texts(scene).containsAll(List.of("Title", "score 2", "+4", "-2", "+1", "f0", "f1", "f2")),
        texts(scene).toString());
  }

  @Test
  void aLargeSumOfOthersDoesNotHideTheNamedBars() throws LoupeException {
    double[] many = new double[100];
    java.util.Arrays.fill(many, -1);
    many[7] = -2;
    Scene scene = scene(result(List.of(), many), 600, 400, Map.of("top", "1"));
    List<Rect> negative = bars(scene, ThemeRole.NEGATIVE);
    assertEquals(2, negative.size());
    assertEquals(negative.get(0).width(), negative.get(1).width(), 1e-9, "cut at the strongest");
    assertTrue(negative.get(0).width() > 0.5 * scene.width());
    assertTrue(texts(scene).containsAll(List.of("-2", "-99", "sum of 99 others")), texts(scene).toString());
  }

  @Test
  void aBarSaysWhatItIsAndSelectsItsFeature() throws LoupeException {
    Scene scene = scene(result(List.of(), 4, -2.123456789), 600, 400, Map.of());
    Rect bar = bars(scene, ThemeRole.NEGATIVE).getFirst();
    HitRegion hit = scene.hit(bar.centerX(), bar.centerY()).orElseThrow();
    assertEquals("f1\nattribution -2.12346", hit.tooltip());
    assertEquals(Selection.of(Selection.FEATURE, "f1", 1), hit.selection().orElseThrow());
  }

  @Test
  void zerosAndGapsAreSaid() throws LoupeException {
    assertTrue(texts(scene(result(List.of(), 0, 0), 600, 400, Map.of())).contains("every value is 0"));
    Scene gaps = scene(result(List.of(), 1, Double.NaN, Double.POSITIVE_INFINITY), 600, 400, Map.of());
    assertTrue(texts(gaps).contains("2 of 3 values are not finite numbers and are left out"));
    assertTrue(texts(scene(result(List.of(), Double.NaN), 600, 400, Map.of()))
        .contains("1 of 1 values are not finite numbers and are left out"));
  }

  @Test
  void fewerBarsWhereThereIsNoRoomAndNothingOutside() throws LoupeException {
    double[] many = IntStream.range(0, 300).mapToDouble(i -> Math.sin(i) * 1e30).toArray();
    for (int[] size : new int[][] {{1, 1}, {320, 200}, {2000, 150}, {700, 1600}}) {
      Scene scene = scene(result(List.of(), many), size[0], size[1], Map.of("top", "200"));
      for (var item : scene.items()) {
        if (item instanceof TextItem t) {
          assertTrue(t.y() <= scene.height() && t.y() >= 0 && t.x() >= 0 && t.x() <= scene.width(), t.toString());
        }
      }
      assertTrue(texts(scene).stream().anyMatch(t -> t.startsWith("sum of ")), "the rest is summed");
    }
  }

  @Test
  void nothingToDrawIsSaid() {
    FeatureAttribution none = new FeatureAttribution("x", ArrayTensor.of(Shape.of(0), new double[0]), List.of(),
        List.of(), Map.of());
    assertEquals(LoupeException.Kind.NOT_APPLICABLE,
        assertThrows(LoupeException.class, () -> scene(none, 300, 200, Map.of())).kind());
  }
}
