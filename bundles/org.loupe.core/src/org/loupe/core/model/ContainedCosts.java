/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Costs;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.core.internal.contain.Containment;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** A contributed engine's costs, contained: what it throws names its bundle, and its layers are those of the model. */
record ContainedCosts(String bundle, ModelDescription model, Costs engine) implements Costs {
  private static final String WHAT = "telling costs";

  @Override
  public Map<String, Shape> defaultShapes() throws LoupeException {
    return Containment.call(bundle, WHAT, engine::defaultShapes);
  }

  @Override
  public List<LayerCost> costs(Map<String, Tensor> inputs, Progress progress) throws LoupeException {
    List<LayerCost> costs = Containment.call(bundle, WHAT, () -> List.copyOf(engine.costs(inputs, progress)));
    List<String> expected = model.layers().stream().map(LayerInfo::id).toList();
    if (!costs.stream().map(LayerCost::layer).toList().equals(expected)) {
      throw Containment.failure(bundle, WHAT, "did not return an entry for each layer");
    }
    return costs;
  }
}
