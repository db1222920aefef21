/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.math.tensor.Tensor;
import java.util.Map;

/** A model's facet: how long each node takes and how much memory it needs, measured by what runs the model. */
public interface Profiler {
  /**
   * Runs the model and measures.
   *
   * @param runs how often, from 1; one more run warms up and does not count
   * @throws LoupeException as {@link org.loupe.api.model.Model#forward}
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  ModelProfile profile(Map<String, Tensor> inputs, int runs, Progress progress) throws LoupeException;
}
