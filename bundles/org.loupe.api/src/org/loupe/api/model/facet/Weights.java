/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.math.tensor.Tensor;

/** A model's facet: the constant tensors that its layers work with. They stay in the file until they are read. */
public interface Weights {
  /**
   * The weights of a layer, in the order of its operator's inputs, then those inside of its branches and loop bodies;
   * aliases and constants that the file computes from nothing but constants are followed. Weights are floating-point
   * numbers with at least one axis, and what is quantised to few bits with its scales; shapes, indices and the single
   * numbers of a formula are none.
   *
   * @param layer its id, or the name of its node
   * @return empty if the layer has none
   * @throws LoupeException USAGE if there is no such layer
   */
  List<WeightInfo> weights(String layer) throws LoupeException;

  /**
   * Reads weights.
   *
   * @param name as in {@link WeightInfo#name}
   * @return whole, outliving the model; a slice of the file where it is large
   * @throws LoupeException USAGE if there are no such weights, NOT_APPLICABLE with the size if they are larger than
   *     may be held, BAD_INPUT if the file cannot be read
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  Tensor read(String name, Progress progress) throws LoupeException;
}
