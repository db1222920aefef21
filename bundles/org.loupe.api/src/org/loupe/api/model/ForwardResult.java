/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.math.tensor.Tensor;

/**
 * What a forward pass returned, in the order of the request.
 *
 * @param values the asked tensors by name
 * @param labels class labels that the model itself returned, by output name; usually empty
 */
public record ForwardResult(Map<String, Tensor> values, Map<String, List<String>> labels) {
  public ForwardResult {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    labels = Map.copyOf(labels);
  }

  /** @throws IllegalArgumentException if it was not asked for */
  public Tensor value(String name) {
    Tensor tensor = values.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no value " + name + " among " + values.keySet());
    }
    return tensor;
  }
}
