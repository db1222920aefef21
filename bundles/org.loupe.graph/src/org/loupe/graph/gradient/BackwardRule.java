/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.Optional;

/**
 * The backward pass of one operator: its vector-Jacobian product, or what a method puts in its place. From the
 * cotangents of a node's outputs (the derivative of the target by each output, of that output's shape) it emits nodes
 * that give the cotangents of the inputs.
 *
 * <p>Rules are stateless and may be used by several threads. A rule emits only standard operators, through the
 * context's {@link Emitter}, which knows the model's operator set.
 */
@FunctionalInterface
public interface BackwardRule {
  /**
   * Emits the backward pass of a node and gives the cotangents of those inputs that want one
   * ({@link NodeFacts#wants}). An input for which nothing is given gets zero.
   *
   * @throws RuleException if something is not known that it needs, such as a shape
   */
  void backward(RuleContext context);

  /** Why this rule cannot do a node although its operator is right, such as an attribute; empty if it can. */
  default Optional<String> refusal(NodeFacts node) {
    return Optional.empty();
  }

  /** Whether this is the derivative itself; not for what guided backpropagation and its like put in its place. */
  default boolean isExact() {
    return true;
  }
}
