/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Costs;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.tensor.InputCheck;

/** Costs of a model until it is closed, of inputs that it takes. */
record GatedCosts(ModelGate gate, ModelDescription model, Costs engine) implements Costs {
  @Override
  public Map<String, Shape> defaultShapes() throws LoupeException {
    return engine.defaultShapes();
  }

  @Override
  public List<LayerCost> costs(Map<String, Tensor> inputs, Progress progress) throws LoupeException {
    return gate.pass(() -> {
      progress.check();
      return engine.costs(inputs.isEmpty() ? inputs : InputCheck.fit(model, inputs), progress);
    });
  }
}
