/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.loupe.math.tensor.Tensor;

/**
 * What a pass forward and back returned.
 *
 * @param gradients the derivative of the score by each sink, in the sink's shape and type, by name
 * @param values the asked values of the forward pass, by name
 */
public record GradientResult(Map<String, Tensor> gradients, Map<String, Tensor> values) {
  public GradientResult {
    gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** @throws IllegalArgumentException if it was not asked for */
  public Tensor gradient(String sink) {
    return found(gradients, sink);
  }

  /** @throws IllegalArgumentException if it was not asked for */
  public Tensor value(String name) {
    return found(values, name);
  }

  private static Tensor found(Map<String, Tensor> tensors, String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no value " + name + " among " + tensors.keySet());
    }
    return tensor;
  }
}
