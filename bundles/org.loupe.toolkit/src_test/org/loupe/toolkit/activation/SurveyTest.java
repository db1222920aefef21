/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.toolkit.activation.Layers.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.result.Curves;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.Table;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class SurveyTest {
  private static final Map<String, Tensor> VALUES = Map.of(
      "a", ArrayTensor.of(Shape.of(1, 2, 1, 2), 0, 0, -1, 4),
      "b", ArrayTensor.of(Shape.of(1, 2, 1, 2), 0, 0, 0, 4),
      "c", ArrayTensor.of(Shape.of(1, 2), Float.NaN, 1f));

  private final ModelDescription model = Layers.model(layer("Conv", "a", List.of("in"), 1, 2, 1, 2),
      layer("Relu", "b", List.of("a"), 1, 2, 1, 2), layer("Gemm", "c", List.of("b"), 1, 2));

  private static List<Tensor> pass(List<String> layers) {
    return layers.stream().map(VALUES::get).toList();
  }

  @Test
  void takesFiguresLayerByLayerAndNamesTheFirstNaN() throws LoupeException {
    Survey survey = new Surveyor(model, 1).survey(1 << 20, SurveyTest::pass, s -> {
    }, Progress.NONE);
    assertEquals(List.of("a", "b", "c"), survey.entries().stream().map(e -> e.layer().id()).toList());
    assertEquals(0.5, survey.entries().get(0).deadShare());
    assertEquals("c", survey.firstNonFinite().orElseThrow().layer().id());
    var result = survey.result();
    assertEquals(3.0, result.figures().get("first non-finite layer"));
    Curves curves = (Curves) result.parts().get(Survey.CURVES);
    assertEquals(List.of("a", "b", "c"), curves.labels());
    Curves.Series sparsity = curves.series().get(0);
    assertEquals(ChannelTable.SPARSITY, sparsity.name());
    assertArrayEquals(new double[] {0.5, 0.75, 0}, sparsity.ys());
    Table table = (Table) result.parts().get(Survey.LAYERS);
    assertEquals(1, ChannelTable.numbers(table, "NaN").orElseThrow().value(2));
    assertEquals(4, ChannelTable.numbers(table, ChannelTable.MAX).orElseThrow().value(1));
  }

  @Test
  void runsInGroupsThatFitAndPassesOverWhatFails() throws LoupeException {
    List<List<String>> asked = new ArrayList<>();
    Surveyor surveyor = new Surveyor(model, 1);
    List<Integer> partial = new ArrayList<>();
    Survey survey = surveyor.survey(32, ids -> {
      asked.add(ids);
      if (ids.contains("b")) {
        throw LoupeException.notApplicable("no b");
      }
      return pass(ids);
    }, s -> partial.add(s.entries().size()), Progress.NONE);
    assertEquals(List.of(List.of("a", "b"), List.of("a"), List.of("b"), List.of("c")), asked);
    assertEquals(List.of("a", "c"), survey.entries().stream().map(e -> e.layer().id()).toList());
    assertEquals(List.of("no b"), List.copyOf(surveyor.failures().values()));
    assertEquals(List.of(1, 1), partial);
  }

  @Test
  void saysWhyWhereNothingCanBeSeen() {
    LoupeException none = assertThrows(LoupeException.class,
        () -> new Surveyor(Layers.model(), 1).survey(1, SurveyTest::pass, s -> {
        }, Progress.NONE));
    assertEquals(LoupeException.Kind.NOT_APPLICABLE, none.kind());
    LoupeException all = assertThrows(LoupeException.class, () -> new Surveyor(model, 1).survey(1, ids -> {
      throw LoupeException.badInput("broken");
    }, s -> {
    }, Progress.NONE));
    assertEquals("broken", all.getMessage());
  }

  @Test
  void groupsHoldWhatFitsInMemory() {
    LayerInfo small = layer("Op", "s", List.of(), 1, 10);
    LayerInfo large = layer("Op", "l", List.of(), 1, 1000);
    assertEquals(List.of(List.of(small, small), List.of(large), List.of(small)),
        LayerGroups.of(List.of(small, small, large, small), 100));
  }

  @Test
  void theDifferenceOfTwoValues() throws LoupeException {
    FeatureMaps a = maps("a", 1, 2, 3, 5);
    FeatureMaps b = maps("b", 1, 0, 4, 5);
    FeatureMaps d = LayerDifference.of(a, b, Progress.NONE);
    assertEquals("a - b", d.layer());
    assertArrayEquals(new double[] {0, 2, -1, 0}, d.values().toDoubles());
    assertArrayEquals(new double[] {1, -0.5},
        ChannelTable.numbers(d.channels(), LayerDifference.MEAN).orElseThrow().values());
    assertArrayEquals(new double[] {2, 1},
        ChannelTable.numbers(d.channels(), LayerDifference.LARGEST).orElseThrow().values());
    assertEquals(Math.sqrt(2), ChannelTable.numbers(d.channels(), LayerDifference.RMS).orElseThrow().value(0), 1e-12);
    assertEquals(1 / Math.sqrt(5), ChannelTable.numbers(d.channels(), LayerDifference.COSINE).orElseThrow().value(0),
        1e-12);
    assertEquals(0.25, d.figures().get(LayerDifference.MEAN));
    LoupeException other = assertThrows(LoupeException.class, () -> LayerDifference.of(a,
        new FeatureMaps("c", ArrayTensor.of(Shape.of(1, 2), 1f, 2f), new FeatureLayout(Kind.VECTOR, 1, -1, -1),
            Optional.empty(), a.channels(), Map.of()), Progress.NONE));
    assertTrue(other.getMessage().contains("[1, 2]"), other.getMessage());
  }

  private static FeatureMaps maps(String layer, float... values) {
    return new FeatureMaps(layer, ArrayTensor.of(Shape.of(1, 2, 1, 2), values),
        new FeatureLayout(Kind.MAPS, 1, 2, 3), Optional.empty(), Table.of(), Map.of());
  }
}
