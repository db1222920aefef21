/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.WeightInfo;
import org.loupe.api.model.facet.Weights;
import org.loupe.math.tensor.Tensor;

/** Weights of a model until it is closed. */
record GatedWeights(ModelGate gate, Weights file) implements Weights {
  @Override
  public List<WeightInfo> weights(String layer) throws LoupeException {
    return gate.pass(() -> file.weights(layer));
  }

  @Override
  public Tensor read(String name, Progress progress) throws LoupeException {
    return gate.pass(() -> file.read(name, progress));
  }
}
