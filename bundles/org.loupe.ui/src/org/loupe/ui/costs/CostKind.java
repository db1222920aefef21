/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.costs;

import java.util.OptionalLong;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.ui.api.parts.Quantity;

/** What a chart of costs shows. */
enum CostKind {
  PARAMETERS(0xff3f7fd0, 0xff6aa5f0, true) {
    @Override
    OptionalLong of(LayerCost cost) {
      return OptionalLong.of(cost.parameterBytes());
    }

    @Override
    String title() {
      return Messages.CostKind_parameters;
    }
  },
  ACTIVATIONS(0xff1a8f7d, 0xff3fbfa8, true) {
    @Override
    OptionalLong of(LayerCost cost) {
      return cost.activationBytes();
    }

    @Override
    String title() {
      return Messages.CostKind_activations;
    }
  },
  MULTIPLY_ADDS(0xffc27a00, 0xffe8a838, false) {
    @Override
    OptionalLong of(LayerCost cost) {
      return cost.multiplyAdds();
    }

    @Override
    String title() {
      return Messages.CostKind_multiplyAdds;
    }
  };

  private final int light;
  private final int dark;
  private final boolean bytes;

  CostKind(int light, int dark, boolean bytes) {
    this.light = light;
    this.dark = dark;
    this.bytes = bytes;
  }

  /** Empty where it cannot be told. */
  abstract OptionalLong of(LayerCost cost);

  abstract String title();

  int argb(boolean onDark) {
    return onDark ? dark : light;
  }

  String text(double value) {
    return bytes ? Quantity.BYTES.format(value) : Quantity.COUNT.format(value);
  }

  /** What numbers on an axis are multiples of, so that they are round in the unit that they are read in. */
  double unit(double largest) {
    double base = bytes ? 1024 : 1000;
    double unit = 1;
    while (largest >= unit * base) {
      unit *= base;
    }
    return unit;
  }
}
