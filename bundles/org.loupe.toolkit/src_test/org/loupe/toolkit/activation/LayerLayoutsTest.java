/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.toolkit.activation.Layers.layer;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class LayerLayoutsTest {
  private static Tensor zeros(long... dims) {
    Shape shape = Shape.of(dims);
    return ArrayTensor.of(shape, new float[(int) shape.size()]);
  }

  @Test
  void mapsAreWhereTheGraphSays() {
    LayerInfo conv = layer("Conv", "c", List.of("in"), 1, 8, 6, 5);
    LayerInfo turned = layer("Transpose", "t", List.of("c"), 1, 6, 5, 8);
    LayerInfo scaled = layer("MatMul", "m", List.of("t"), 1, 6, 5, 16);
    LayerInfo act = layer("Gelu", "g", List.of("m"), 1, 6, 5, 16);
    LayerInfo swapped = new LayerInfo("s", "s", "Transpose", List.of("c"), layer("T", "s", List.of(), 1, 5, 6, 8)
        .output(), 0, "", Map.of("perm", "0, 3, 2, 1"));
    LayerLayouts layouts = new LayerLayouts(Layers.model(conv, turned, scaled, act, swapped));
    assertEquals(new FeatureLayout(Kind.MAPS, 1, 2, 3), layouts.of(conv, zeros(1, 8, 6, 5), 1).layout());
    for (LayerInfo last : List.of(turned, scaled, act)) {
      LayerValue value = layouts.of(last, zeros(1, 6, 5, 16), 1);
      assertEquals(new FeatureLayout(Kind.MAPS, 3, 1, 2), value.layout(), last.id());
      assertTrue(value.certain());
      assertEquals(List.of(16L, 6L, 5L), List.of(value.channels(), value.rows(), value.columns()));
    }
    assertFalse(layouts.of(swapped, zeros(1, 5, 6, 8), 1).certain());
  }

  @Test
  void aReductionTellsWhereChannelsWere() {
    LayerInfo map = layer("Add", "a", List.of("in"), 1, 6, 5, 8);
    LayerInfo mean = layer("ReduceMean", "r", List.of("a"), 1, 8);
    LayerValue value = new LayerLayouts(Layers.model(map, mean)).of(map, zeros(1, 6, 5, 8), 1);
    assertEquals(3, value.layout().channel());
    assertTrue(value.certain());
  }

  @Test
  void attentionIsASoftmaxOverAProductOfMatrices() {
    LayerInfo product = layer("MatMul", "p", List.of("q", "k"), 1, 4, 9, 9);
    LayerInfo scale = layer("Div", "d", List.of("p"), 1, 4, 9, 9);
    LayerInfo soft = layer("Softmax", "s", List.of("d"), 1, 4, 9, 9);
    LayerInfo drop = layer("Dropout", "o", List.of("s"), 1, 4, 9, 9);
    LayerInfo joined = layer("MatMul", "j", List.of("o", "v"), 1, 4, 9, 16);
    LayerLayouts layouts = new LayerLayouts(Layers.model(product, scale, soft, drop, joined));
    for (LayerInfo layer : List.of(product, scale, soft, drop)) {
      assertEquals(new FeatureLayout(Kind.ATTENTION, 1, 2, 3), layouts.of(layer, zeros(1, 4, 9, 9), 1).layout());
    }
    assertEquals(Kind.MAPS, layouts.of(joined, zeros(1, 4, 9, 16), 1).layout().kind());
    LayerInfo segmentation = layer("Softmax", "z", List.of("c"), 1, 4, 9, 9);
    LayerInfo conv = layer("Conv", "c", List.of("in"), 1, 4, 9, 9);
    assertEquals(Kind.MAPS, new LayerLayouts(Layers.model(conv, segmentation)).of(segmentation, zeros(1, 4, 9, 9), 1)
        .layout().kind());
  }

  @Test
  void vectorsTokensAndTheRest() {
    LayerInfo any = layer("Op");
    LayerLayouts layouts = new LayerLayouts(Layers.model(any));
    assertEquals(Kind.VECTOR, layouts.of(any, zeros(1, 10), 1).layout().kind());
    LayerValue scalar = layouts.of(any, zeros(), 1);
    assertEquals(Kind.VECTOR, scalar.layout().kind());
    assertEquals(Shape.of(1, 1), scalar.values().shape());
    LayerValue tokens = layouts.of(any, zeros(1, 7, 16), 1);
    assertEquals(new FeatureLayout(Kind.TOKENS, 2, 1, -1), tokens.layout());
    LayerValue plain = layouts.of(any, zeros(7, 16), 1);
    assertEquals(Kind.TOKENS, plain.layout().kind());
    assertEquals(Shape.of(1, 7, 16), plain.values().shape());
    LayerInfo sound = layer("Conv", "x", List.of("in"), 1, 16, 100);
    assertEquals(new FeatureLayout(Kind.TOKENS, 1, 2, -1),
        new LayerLayouts(Layers.model(sound)).of(sound, zeros(1, 16, 100), 1).layout());
    assertEquals(Kind.OTHER, layouts.of(any, zeros(1, 2, 3, 4, 5), 1).layout().kind());
    assertEquals(Kind.OTHER, layouts.of(any, zeros(4, 3, 2, 5), 1).layout().kind());
    LayerInfo volume = layer("Conv", "v", List.of("in"), 1, 16, 4, 4, 4);
    assertEquals(new FeatureLayout(Kind.OTHER, 1, -1, -1),
        new LayerLayouts(Layers.model(volume)).of(volume, zeros(1, 16, 4, 4, 4), 1).layout());
  }

  @Test
  void ofSeveralInputsTheFirstIsShown() {
    LayerInfo conv = layer("Conv", "c", List.of("in"), -1, 2, 1, 2);
    Tensor two = ArrayTensor.of(Shape.of(2, 2, 1, 2), 1, 2, 3, 4, 5, 6, 7, 8);
    LayerValue value = new LayerLayouts(Layers.model(conv)).of(conv, two, 2);
    assertEquals(Shape.of(1, 2, 1, 2), value.values().shape());
    assertEquals(4, value.values().get(3));
  }
}
