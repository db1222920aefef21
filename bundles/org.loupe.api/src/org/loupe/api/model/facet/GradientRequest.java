/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.math.tensor.Tensor;

/**
 * One pass forward and back.
 *
 * @param inputs a tensor for each input of the model, by name; the batch axis is kept
 * @param cotangents the derivative of the score by each source, by the source's name (an output, a layer id), in the
 *     shape and type that the source has for these inputs; at least one
 * @param sinks what to differentiate by: names of inputs, layer ids; at least one
 * @param ruleSet id of the rule set, as {@link Differentiable#PLAIN}
 * @param values outputs and layers to return from the forward pass beside the gradients; may be empty
 */
public record GradientRequest(Map<String, Tensor> inputs, Map<String, Tensor> cotangents, List<String> sinks,
    String ruleSet, List<String> values) {
  public GradientRequest {
    inputs = Map.copyOf(inputs);
    cotangents = Collections.unmodifiableMap(new LinkedHashMap<>(cotangents));
    sinks = List.copyOf(sinks);
    values = List.copyOf(values);
    if (cotangents.isEmpty() || sinks.isEmpty()) {
      throw new IllegalArgumentException("a gradient needs a source and a sink");
    }
  }
}
