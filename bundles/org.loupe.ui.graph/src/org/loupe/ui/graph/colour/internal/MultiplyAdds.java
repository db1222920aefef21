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

/** By multiply-adds. */
public final class MultiplyAdds extends CostColouring {
  public MultiplyAdds() {
    super(Messages.MultiplyAdds_quantity, Quantity.COUNT);
  }

  @Override
  OptionalLong of(LayerCost cost) {
    return cost.multiplyAdds();
  }
}
