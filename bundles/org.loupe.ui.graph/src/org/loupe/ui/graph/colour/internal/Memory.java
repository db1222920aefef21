/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import java.util.OptionalLong;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.ui.api.parts.Quantity;

/** By the memory of weights and value together. */
public final class Memory extends CostColouring {
  public Memory() {
    super(Messages.Memory_quantity, Quantity.BYTES);
  }

  @Override
  OptionalLong of(LayerCost cost) {
    return cost.activationBytes().isEmpty() ? OptionalLong.empty()
        : OptionalLong.of(cost.activationBytes().getAsLong() + cost.parameterBytes());
  }
}
