/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.Costs;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.ui.api.parts.Quantity;
import org.loupe.ui.graph.colour.ColouringRequest;
import org.loupe.ui.graph.colour.NodeColouring;
import org.loupe.ui.graph.colour.NodeValues;

/** By what a layer costs for the model's declared shapes, where one stands for every open extent. */
abstract class CostColouring implements NodeColouring {
  private final String quantity;
  private final Quantity unit;

  CostColouring(String quantity, Quantity unit) {
    this.quantity = quantity;
    this.unit = unit;
  }

  /** Empty if it is not known. */
  abstract OptionalLong of(LayerCost cost);

  @Override
  public final NodeValues compute(ColouringRequest request, Progress progress) throws LoupeException {
    Costs facet = request.lease().facet(Costs.class)
        .orElseThrow(() -> LoupeException.notApplicable(Messages.CostColouring_none));
    List<LayerCost> costs = facet.costs(Map.of(), progress);
    Map<String, Double> byLayer = new LinkedHashMap<>();
    Map<String, String> remarks = new LinkedHashMap<>();
    for (LayerCost cost : costs) {
      OptionalLong value = of(cost);
      if (value.isPresent()) {
        byLayer.put(cost.layer(), (double) value.getAsLong());
      } else {
        remarks.put(cost.layer(), Messages.CostColouring_unknown);
      }
    }
    return new NodeValues.Numbers(quantity, unit, byLayer, remarks, true, Messages.CostColouring_note);
  }
}
