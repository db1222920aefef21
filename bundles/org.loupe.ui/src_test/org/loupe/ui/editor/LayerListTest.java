/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientCoverage.Status;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.api.model.facet.ModelProfile;
import org.loupe.math.tensor.ElementType;
import org.loupe.ui.editor.LayerList.Column;

class LayerListTest {
  private static LayerInfo layer(String id, String operator, long size, long parameters) {
    return new LayerInfo(id, "node_" + id, operator, List.of(),
        ValueSpec.tensor(id, ElementType.FLOAT32, Dimension.open("batch"), Dimension.of(size)), parameters, "body");
  }

  private static LayerList list(List<LayerInfo> layers) {
    return new LayerList(new ModelDescription("m", "ONNX", List.of(), List.of(), List.of(), layers, 0, Set.of(),
        Map.of(),
        List.of()));
  }

  private static final List<LayerInfo> THREE =
      List.of(layer("b", "Conv", 10, 7), layer("a", "Relu", 30, 0), layer("c", "Conv", 20, 9));

  private static String order(LayerList list) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      out.append(list.layer(i).id());
    }
    return out.toString();
  }

  @Test
  void layersComeInTheirOrder() {
    LayerList list = list(THREE);
    assertEquals("bac", order(list));
    assertEquals("1", list.text(0, Column.POSITION));
    assertEquals("FLOAT32 [batch, 30]", list.text(1, Column.OUTPUT));
    assertEquals("", list.text(1, Column.PARAMETERS));
  }

  @Test
  void gradientsComeLaterAndTheWorstFirst() {
    LayerList list = list(THREE);
    assertEquals("", list.text(0, Column.GRADIENT));
    list.gradients().show(new GradientCoverage("plain", List.of(
        new GradientCoverage.Layer("b", Status.EXACT, ""), new GradientCoverage.Layer("a", Status.NOT_NEEDED, ""),
        new GradientCoverage.Layer("c", Status.NONE, "no such stride"))));
    list.sort(Column.GRADIENT, false);
    assertEquals("cba", order(list));
    assertEquals(List.of("none", "exact", "not needed"),
        List.of(list.text(0, Column.GRADIENT), list.text(1, Column.GRADIENT), list.text(2, Column.GRADIENT)));
    assertEquals("no such stride", list.gradients().reason("c"));
  }

  @Test
  void everyWordOfTheFilterMustOccurSomewhere() {
    LayerList list = list(THREE);
    list.filter("conv NODE_c");
    assertEquals("c", order(list));
    assertEquals("3", list.text(0, Column.POSITION), "the position is that in the model");
    assertEquals(-1, list.row("a"));
    list.filter(" ");
    assertEquals(3, list.size());
    list.filter("nothing");
    assertEquals(0, list.size());
    assertEquals(3, list.total());
  }

  @Test
  void sortsByEachColumnBothWays() {
    LayerList list = list(THREE);
    list.sort(Column.NAME, false);
    assertEquals("abc", order(list));
    list.sort(Column.OUTPUT, false);
    assertEquals("bca", order(list), "by the number of elements, not by text");
    list.sort(Column.PARAMETERS, true);
    assertEquals("cba", order(list));
    list.sort(Column.OPERATOR, false);
    assertEquals("bca", order(list), "equals stay in the model's order");
    list.sort(Column.POSITION, true);
    assertEquals("cab", order(list));
    assertEquals(1, list.row("a"));
  }

  @Test
  void largeModelIsFilteredAndSorted() {
    List<LayerInfo> many = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      many.add(layer("v" + i, i % 2 == 0 ? "Conv" : "Relu", i, i));
    }
    LayerList list = list(many);
    list.sort(Column.PARAMETERS, true);
    list.filter("relu");
    assertEquals(25_000, list.size());
    assertEquals("v49999", list.layer(0).id());
    assertTrue(list.row("v1") == 24_999);
  }

  @Test
  void costsAreToldAndSortedBy() {
    LayerList list = list(THREE);
    assertEquals("", list.text(0, Column.MULTIPLY_ADDS));
    list.costs(List.of(
        new LayerCost("b", Optional.of(List.of(1L, 10L)), OptionalLong.of(12_500), 28, OptionalLong.of(40)),
        new LayerCost("a", Optional.of(List.of(1L, 30L)), OptionalLong.of(0), 0, OptionalLong.of(2048)),
        new LayerCost("c", Optional.empty(), OptionalLong.empty(), 36, OptionalLong.empty())));
    assertEquals("12.5 k", list.text(0, Column.MULTIPLY_ADDS));
    assertEquals("", list.text(1, Column.MULTIPLY_ADDS), "a rectifier multiplies nothing");
    assertEquals("2 KiB", list.text(1, Column.MEMORY));
    assertEquals("?", list.text(2, Column.MEMORY), "unknown is not nothing");
    list.sort(Column.MULTIPLY_ADDS, true);
    assertEquals("bac", order(list));
    list.sort(Column.MEMORY, false);
    assertEquals("cba", order(list));
  }

  @Test
  void fusedLayersTellWhereTheirTimeIs() {
    LayerList list = list(THREE);
    list.times(new LayerTimes(new ModelProfile(3, 420, List.of(
        node(List.of(), 100), node(List.of("b", "a"), 270), node(List.of("c"), 30)))));
    assertEquals("in a", list.text(0, Column.TIME));
    assertEquals("270 \u00b5s", list.text(1, Column.TIME));
    assertEquals("67.5 %", list.text(1, Column.SHARE), "of 400, the time of all nodes");
    assertEquals("7.5 %", list.text(2, Column.SHARE));
    list.sort(Column.TIME, true);
    assertEquals("acb", order(list));
  }

  private static ModelProfile.Node node(List<String> layers, double micros) {
    return new ModelProfile.Node("n", "Op", layers, "CPU", micros, OptionalLong.empty(), OptionalLong.empty());
  }
}
