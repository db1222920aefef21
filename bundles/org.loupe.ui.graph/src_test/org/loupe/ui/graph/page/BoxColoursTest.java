/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.ui.api.parts.Quantity;
import org.loupe.ui.graph.colour.NodeValues;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.model.GraphNode;

class BoxColoursTest {
  private static Box box(String... layers) {
    List<GraphNode> nodes = Arrays.stream(layers)
        .map(l -> new GraphNode(GraphNode.Kind.OPERATOR, l, l, "Conv", "", "", List.of(l))).toList();
    return new Box(nodes.get(0), 0, 0, 10, 10, false, 0, List.of("Conv"), nodes);
  }

  private static NodeValues.Numbers numbers(boolean sum) {
    return new NodeValues.Numbers("Time", Quantity.MICROS, Map.of("a", 1.0, "b", 3.0), Map.of(), sum, "");
  }

  private static NodeValues.Kinds kinds(boolean first) {
    return new NodeValues.Kinds(List.of(new NodeValues.Kind("bad", "Bad", 1), new NodeValues.Kind("good", "Good", 2)),
        Map.of("a", "good", "b", "bad", "c", "good"), first, "");
  }

  @Test
  void aGroupHasTheSumOrTheMean() {
    assertEquals(4, BoxColours.number(numbers(true), box("a", "b", "none")).orElseThrow());
    assertEquals(2, BoxColours.number(numbers(false), box("a", "b", "none")).orElseThrow());
    assertTrue(BoxColours.number(numbers(true), box("none")).isEmpty());
  }

  @Test
  void theFirstKindShowsThrough() {
    assertEquals("bad", BoxColours.kind(kinds(true), box("a", "b", "c")).id());
    assertEquals("good", BoxColours.kind(kinds(true), box("a", "c")).id());
    assertNull(BoxColours.kind(kinds(true), box("none")));
  }

  @Test
  void aGroupOfSeveralKindsHasNone() {
    assertNull(BoxColours.kind(kinds(false), box("a", "b")));
    assertEquals("good", BoxColours.kind(kinds(false), box("a", "c")).id());
  }

  @Test
  void whatSpansDecadesIsLogarithmic() {
    Scale scale = Scale.of(new double[] {0, 1, 100, 10_000}, true);
    assertTrue(scale.logarithmic());
    assertEquals(0.5, scale.position(100), 1e-12);
    assertEquals(0, scale.position(0), 1e-12);
    assertEquals(100, scale.value(0.5), 1e-9);
    Scale linear = Scale.of(new double[] {0.2, 0.4}, false);
    assertEquals(0.5, linear.position(0.3), 1e-12);
    assertEquals(0.5, Scale.of(new double[] {7, 7}, true).position(7), 1e-12);
  }
}
