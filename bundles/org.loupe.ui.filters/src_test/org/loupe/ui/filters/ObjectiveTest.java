/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.target.Target;
import org.loupe.math.tensor.ElementType;
import org.loupe.ui.api.context.InspectedModel;

class ObjectiveTest {
  private static LayerInfo layer(String id, String operator, String... inputs) {
    return new LayerInfo(id, id, operator, List.of(inputs), ValueSpec.tensor(id, ElementType.FLOAT32,
        Dimension.open("n"), Dimension.of(4), Dimension.of(8), Dimension.of(8)), 0, "");
  }

  private static ModelDescription model(LayerInfo... layers) {
    return new ModelDescription("m", "Fake", List.of(), List.of(), List.of(), List.of(layers), 0, Set.of(), Map.of(),
        List.of());
  }

  private static Target target(Objective objective, String detail) throws LoupeException {
    LayerInfo conv = layer("conv", "Conv", "x");
    Focus focus = new Focus(new InspectedModel(Path.of("m"), model(conv), InputCard.EMPTY), conv, 2);
    return objective.target(focus, detail).target();
  }

  @Test
  void targetsAreThoseOfTheLayerAndChannel() throws Exception {
    assertEquals(new Target.Channel("conv", 2), target(Objective.CHANNEL, "ignored"));
    assertEquals(new Target.Neuron("conv", List.of(2, 3, 5)), target(Objective.NEURON, " 3, 5"));
    assertEquals(new Target.Neuron("conv", List.of(2)), target(Objective.NEURON, ""), "a layer without a grid");
    assertEquals(new Target.Layer("conv"), target(Objective.LAYER, ""));
    assertEquals(new Target.Direction("conv", List.of(1.0, 0.0, 0.0, -0.5)),
        target(Objective.DIRECTION, "0, 3: -0.5"));
    assertEquals(new Target.ClassIndex(7), target(Objective.CLASS, " 7 "));
    assertEquals(new Target.ClassLabel("red fox"), target(Objective.CLASS, "red fox"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"NEURON | a, 1 | a, 1 is no place", "DIRECTION | 4: 1 | channels from 0 to 3",
      "DIRECTION | 1: x | 1: x is no weight", "DIRECTION | 1: 2: 3 | is no weight", "DIRECTION | 1: NaN | is no weight",
      "DIRECTION | 1: 0 | All weights are 0", "CLASS | '' | Write the number"})
  void mistakesAreToldInOneLine(Objective objective, String detail, String expected) {
    LoupeException e = assertThrows(LoupeException.class, () -> target(objective, detail));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertEquals(LoupeException.Kind.USAGE, e.kind());
  }

  @Test
  void kernelsAreThoseOfTheConvolutionThatALayerFollows() {
    LayerInfo conv = layer("conv", "Conv", "x");
    LayerInfo norm = layer("norm", "BatchNormalization", "conv");
    LayerInfo relu = layer("relu", "Relu", "norm");
    LayerInfo sum = layer("sum", "Add", "relu", "conv");
    LayerInfo flat = layer("flat", "Flatten", "relu");
    LayerInfo circle = layer("circle", "Relu", "circle");
    ModelDescription all = model(conv, norm, relu, sum, flat, circle);
    assertEquals(Optional.of(conv), Kernels.convolution(all, conv));
    assertEquals(Optional.of(conv), Kernels.convolution(all, relu));
    assertEquals(Optional.empty(), Kernels.convolution(all, sum), "two operands");
    assertEquals(Optional.empty(), Kernels.convolution(all, flat), "channels are gone");
    assertEquals(Optional.empty(), Kernels.convolution(all, circle));
  }
}
