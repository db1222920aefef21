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
import org.loupe.math.tensor.Tensor;

/** A model's facet: what each layer costs, told from shapes alone. */
public interface Costs {
  /**
   * What each layer costs for inputs of given shapes.
   *
   * @param inputs the inputs, of which only the shapes count; empty for the declared shapes, where one stands for
   *     every extent that is open. Where shapes depend on computed values the model runs once.
   * @return an entry for each layer of the model, in its order
   * @throws LoupeException as {@link org.loupe.api.model.Model#forward}
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  List<LayerCost> costs(Map<String, Tensor> inputs, Progress progress) throws LoupeException;
}
