/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ElementType;

/** Graphs of common networks, in a few layers. */
class FeatureMapsTest {
  private final List<LayerInfo> layers = new ArrayList<>();

  private FeatureMapsTest layer(String id, String operator, List<String> inputs, long... dims) {
    Dimension[] extents =
        Arrays.stream(dims).mapToObj(d -> d < 0 ? Dimension.open("n") : Dimension.of(d)).toArray(Dimension[]::new);
    layers.add(new LayerInfo(id, id + "_node", operator, inputs, ValueSpec.tensor(id, ElementType.FLOAT32, extents), 0,
        ""));
    return this;
  }

  private FeatureMapsTest layer(String id, String operator, String input, long... dims) {
    return layer(id, operator, List.of(input), dims);
  }

  private ModelDescription model() {
    return new ModelDescription("test", "test", List.of(), List.of(), List.of(), layers, 0, Set.of(), Map.of(),
        List.of());
  }

  private static void assertMap(String id, int channelAxis, FeatureMap map) {
    assertEquals(id, map.id());
    assertEquals(channelAxis, map.channelAxis());
    assertTrue(map.certain());
  }

  @Test
  void residualNetwork() throws LoupeException {
    layer("conv", "Conv", "x", -1, 8, 7, 7).layer("add", "Add", List.of("conv", "conv"), -1, 8, 7, 7)
        .layer("relu", "Relu", "add", -1, 8, 7, 7).layer("pool", "GlobalAveragePool", "relu", -1, 8, 1, 1)
        .layer("flat", "Flatten", "pool", -1, 8).layer("y", "Gemm", "flat", -1, 10);
    assertMap("relu", 1, FeatureMaps.last(model(), "y"));
    assertEquals("pool", PooledHead.find(model(), "y").layer().id());
  }

  /** A mean over axes 2 and 3 that keeps none of them; weights of a branch do not count. */
  @Test
  void meanAsReduction() throws LoupeException {
    layer("conv", "Conv", "x", -1, 8, 7, 7).layer("mean", "ReduceMean", "conv", -1, 8).layer("y", "MatMul", "mean",
        -1, 10).layer("aside", "Conv", "x", -1, 4, 7, 7);
    assertMap("conv", 1, FeatureMaps.last(model(), "y"));
    assertEquals("mean", PooledHead.find(model(), "y").layer().id());
  }

  @Test
  void channelsLast() throws LoupeException {
    layer("conv", "Conv", "x", -1, 8, 5, 6).layer("turned", "Transpose", "conv", -1, 5, 6, 8)
        .layer("norm", "LayerNormalization", "turned", -1, 5, 6, 8).layer("mean", "ReduceMean", "norm", -1, 8)
        .layer("y", "Gemm", "mean", -1, 10);
    assertMap("norm", 3, FeatureMaps.last(model(), "y"));
    assertMap("norm", 3, FeatureMaps.named(model(), "norm"));
    assertEquals(false, FeatureMaps.named(model(), "turned").certain());
  }

  /** Squeeze and excitation pools in the middle; the head flattens. */
  @Test
  void poolingInTheMiddleIsNotTheHead() throws LoupeException {
    layer("conv", "Conv", "x", -1, 8, 7, 7).layer("squeezed", "GlobalAveragePool", "conv", -1, 8, 1, 1)
        .layer("gate", "Sigmoid", "squeezed", -1, 8, 1, 1).layer("scaled", "Mul", List.of("conv", "gate"), -1, 8, 7, 7)
        .layer("last", "Conv", "scaled", -1, 8, 7, 7).layer("flat", "Flatten", "last", -1, 392)
        .layer("y", "Gemm", "flat", -1, 10);
    assertMap("last", 1, FeatureMaps.last(model(), "y"));
    LoupeException e = assertThrows(LoupeException.class, () -> PooledHead.find(model(), "y"));
    assertTrue(e.getMessage().contains("Conv last") && e.getMessage().contains("not pooled"), e.getMessage());
  }

  @Test
  void dense() {
    layer("hidden", "Gemm", "x", -1, 8).layer("y", "Gemm", "hidden", -1, 10);
    LoupeException e = assertThrows(LoupeException.class, () -> FeatureMaps.last(model(), "y"));
    assertEquals(LoupeException.Kind.NOT_APPLICABLE, e.kind());
    assertTrue(assertThrows(LoupeException.class, () -> PooledHead.find(model(), "y")).getMessage()
        .contains("no pooling between the input x and y"));
    assertThrows(LoupeException.class, () -> FeatureMaps.named(model(), "hidden"));
  }

  @Test
  void headsThatAreNotLinear() {
    layer("conv", "Conv", "x", -1, 8, 7, 7).layer("pool", "GlobalAveragePool", "conv", -1, 8, 1, 1)
        .layer("hidden", "Conv", "pool", -1, 8, 1, 1).layer("act", "Relu", "hidden", -1, 8, 1, 1)
        .layer("y", "Conv", "act", -1, 10, 1, 1);
    LoupeException e = assertThrows(LoupeException.class, () -> PooledHead.find(model(), "y"));
    assertTrue(e.getMessage().contains("Relu act before Conv") && e.getMessage().contains("grad-cam"), e.getMessage());
    assertTrue(assertThrows(LoupeException.class, () -> PooledHead.find(maximum(), "y")).getMessage()
        .contains("GlobalMaxPool"));
  }

  private ModelDescription maximum() {
    layers.clear();
    return layer("conv", "Conv", "x", -1, 8, 7, 7).layer("pool", "GlobalMaxPool", "conv", -1, 8, 1, 1)
        .layer("y", "Conv", "pool", -1, 10, 1, 1).model();
  }
}
