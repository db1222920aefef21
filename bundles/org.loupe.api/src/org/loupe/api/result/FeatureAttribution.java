/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.math.tensor.Tensor;

/**
 * An attribution for every element of an input without a grid.
 *
 * @param input name of the model's input
 * @param values signed, in the shape of the model's input, batch axis of 1 included; units of the score
 * @param features a name for each element, in flat order; as many as {@code values} has elements
 * @param inputs the value of each element; empty, or as many
 * @param figures see {@link Result#figures}
 */
public record FeatureAttribution(String input, Tensor values, List<String> features, List<Double> inputs,
    Map<String, Double> figures) implements Result {
  public FeatureAttribution {
    features = List.copyOf(features);
    inputs = List.copyOf(inputs);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    if (features.size() != values.size() || (!inputs.isEmpty() && inputs.size() != features.size())) {
      throw new IllegalArgumentException(features.size() + " names and " + inputs.size() + " inputs for "
          + values.size() + " values");
    }
  }
}
