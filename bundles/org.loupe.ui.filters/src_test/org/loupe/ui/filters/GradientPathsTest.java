/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientCoverage.Status;
import org.loupe.math.tensor.ElementType;

class GradientPathsTest {
  private static LayerInfo layer(String id, String operator, String... inputs) {
    return new LayerInfo(id, id, operator, List.of(inputs), ValueSpec.tensor(id, ElementType.FLOAT32,
        Dimension.open("n"), Dimension.of(4), Dimension.of(8), Dimension.of(8)), 0, "");
  }

  private static GradientPaths paths(Set<String> ruleless, LayerInfo... layers) {
    List<GradientCoverage.Layer> all = List.of(layers).stream().map(l -> new GradientCoverage.Layer(l.id(),
        ruleless.contains(l.id()) ? Status.NONE : Status.EXACT, "")).toList();
    return GradientPaths.of(List.of(layers), new GradientCoverage(Differentiable.PLAIN, all), "picture");
  }

  @Test
  void whatLiesBehindAnOperatorWithoutRuleIsSaidAndTheNearestLayerBeforeItIsProposed() {
    LayerInfo first = layer("first", "Conv", "picture");
    LayerInfo second = layer("second", "Relu", "first");
    LayerInfo odd = layer("odd", "Det", "second");
    LayerInfo last = layer("last", "Relu", "odd");
    LayerInfo beside = layer("beside", "Relu", "first");
    GradientPaths paths = paths(Set.of("odd"), first, second, odd, last, beside);

    assertEquals(Optional.empty(), paths.gap(first));
    assertEquals(Optional.empty(), paths.gap(second));
    assertEquals(Optional.empty(), paths.gap(beside), "another branch");
    for (LayerInfo l : List.of(odd, last)) {
      GradientPaths.Gap gap = paths.gap(l).orElseThrow();
      assertEquals(Optional.of(second), gap.instead());
      assertTrue(gap.reason().contains("Det (odd)") && gap.reason().contains(l.id()), gap.reason());
    }
  }

  @Test
  void whatHangsOnAnotherInputIsInNobodysWay() {
    LayerInfo mask = layer("mask", "Det", "other");
    LayerInfo conv = layer("conv", "Conv", "picture");
    LayerInfo both = layer("both", "Mul", "conv", "mask");
    GradientPaths paths = paths(Set.of("mask"), mask, conv, both);

    assertEquals(Optional.empty(), paths.gap(both));
    assertTrue(paths.gap(mask).orElseThrow().reason().contains("does not depend on the input"));
  }

  @Test
  void ofManyOperatorsTheFirstFewAreNamed() {
    LayerInfo[] layers = new LayerInfo[5];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = layer("l" + i, "Op" + i, i == 0 ? "picture" : "l" + (i - 1));
    }
    GradientPaths.Gap gap = paths(Set.of("l0", "l1", "l2", "l3", "l4"), layers).gap(layers[4]).orElseThrow();
    assertTrue(gap.reason().contains("Op4 (l4), Op3 (l3), Op2 (l2) and 2 more"), gap.reason());
    assertEquals(Optional.empty(), gap.instead());
  }

  @Test
  void nothingIsSaidWhereTheLayersDoNotNameTheInput() {
    LayerInfo alone = layer("alone", "Det", "hidden");
    assertEquals(Optional.empty(), paths(Set.of("alone"), alone).gap(alone));
  }
}
