/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * A model's facet: what each layer costs, told from shapes.
 *
 * <p>Multiply-adds are pairs of a multiplication and an addition in convolutions, matrix products, recurrent cells and
 * attention. Biases, pooling, normalisation, interpolation and functions of single numbers count nothing. That is what
 * tables of networks give as multiply-adds or MACs, and often as FLOPs, though an addition and a multiplication are
 * two of those.
 */
public interface Costs {
  /**
   * The extents that stand for the inputs where none are given: as declared, one item, and for another open extent a
   * usual number. An input whose rank is not declared is missing.
   *
   * @throws LoupeException FAILED if the engine is defective
   */
  Map<String, Shape> defaultShapes() throws LoupeException;

  /**
   * What each layer costs for inputs of given shapes.
   *
   * @param inputs the inputs, of which only the shapes count unless shapes depend on their values; empty for
   *     {@link #defaultShapes}. Where shapes depend on computed values the model runs once.
   * @return an entry for each layer of the model, in its order
   * @throws LoupeException BAD_INPUT if an input does not fit; else as {@link org.loupe.api.model.Model#forward}
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  List<LayerCost> costs(Map<String, Tensor> inputs, Progress progress) throws LoupeException;
}
