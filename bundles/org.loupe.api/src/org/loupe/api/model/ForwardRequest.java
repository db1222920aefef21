/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import java.util.List;
import java.util.Map;
import org.loupe.math.tensor.Tensor;

/**
 * One forward pass.
 *
 * @param inputs a tensor for each input of the model, by name
 * @param values which values to return: names of outputs or layer ids ({@link LayerInfo#id}); all outputs if empty
 */
public record ForwardRequest(Map<String, Tensor> inputs, List<String> values) {
  public ForwardRequest {
    inputs = Map.copyOf(inputs);
    values = List.copyOf(values);
  }

  /** Asks for all outputs. */
  public static ForwardRequest of(Map<String, Tensor> inputs) {
    return new ForwardRequest(inputs, List.of());
  }
}
