/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.Optional;
import java.util.Set;
import org.loupe.api.model.LayerInfo;
import org.loupe.math.tensor.ElementType;

/**
 * What values a layer's operator can give at most, where that is bounded.
 *
 * @param low values at most this are saturated
 * @param high values at least this are saturated
 * @param observed whether the upper bound is not told by the graph but is the largest value, where several elements
 *     share it, as for a clipping operator
 */
public record Bounds(double low, double high, boolean observed) {
  /** Part of the range from either end that counts as saturated for functions that come near their bounds only. */
  public static final double NEAR = 0.01;

  private static final Set<String> RECTIFIERS = Set.of("Relu", "Clip", "ThresholdedRelu");

  /** The bounds of a layer; empty if its operator has none. */
  public static Optional<Bounds> of(LayerInfo layer, ElementType type) {
    return switch (layer.operator().substring(layer.operator().lastIndexOf('.') + 1)) {
      case "Sigmoid" -> Optional.of(new Bounds(NEAR, 1 - NEAR, false));
      case "Tanh" -> Optional.of(new Bounds(-1 + 2 * NEAR, 1 - 2 * NEAR, false));
      case "Softsign" -> Optional.of(new Bounds(-1 + 2 * NEAR, 1 - 2 * NEAR, false));
      case "HardSigmoid" -> Optional.of(new Bounds(0, 1, false));
      case "Clip" -> Optional.of(clip(layer.attributes().get("max")));
      default -> ofType(type);
    };
  }

  /** The lower bound of a clipping operator is where it rectifies: what is there counts as sparse, not as saturated. */
  private static Bounds clip(String max) {
    try {
      return max == null ? new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true)
          : new Bounds(Double.NEGATIVE_INFINITY, Double.parseDouble(max), false);
    } catch (NumberFormatException e) {
      return clip(null);
    }
  }

  /** Quantised values end where their type does. */
  private static Optional<Bounds> ofType(ElementType type) {
    return switch (type) {
      case UINT8 -> Optional.of(new Bounds(0, 255, false));
      case INT8 -> Optional.of(new Bounds(-128, 127, false));
      default -> Optional.empty();
    };
  }

  /** Whether a layer lets nothing below zero through, so that a channel that is never above zero is dead. */
  static boolean rectifies(LayerInfo layer) {
    return RECTIFIERS.contains(layer.operator());
  }
}
