/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.explain;

import java.util.Map;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.math.tensor.Tensor;

/**
 * The derivatives of the target's score for one item.
 *
 * @param score the target's score
 * @param result the asked gradients and values, batch axis of 1 included
 */
public record Gradients(double score, GradientResult result) {
  /** The derivative by a sink. @throws IllegalArgumentException if it was not asked for */
  public Tensor by(String sink) {
    return result.gradient(sink);
  }

  /** A value of the forward pass. @throws IllegalArgumentException if it was not asked for */
  public Tensor value(String name) {
    return result.value(name);
  }

  /** The values of the forward pass by name. */
  public Map<String, Tensor> values() {
    return result.values();
  }
}
