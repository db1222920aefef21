/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.cost;

/** How often an operator multiplies and adds, from its specification (https://onnx.ai/onnx/operators). */
@FunctionalInterface
interface CostRule {
  /**
   * Pairs of a multiplication and an addition.
   *
   * @throws UnknownCostException if they cannot be told
   * @throws ArithmeticException if there are more than a {@code long} can hold
   */
  long multiplyAdds(NodeShapes node);
}
