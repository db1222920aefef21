/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.util.List;
import java.util.function.Function;
import org.loupe.graph.Dim;

/** The shape of a node's outputs, from the operator's specification (https://onnx.ai/onnx/operators). */
@FunctionalInterface
interface ShapeRule {
  /**
   * The shape of an output.
   *
   * @throws UnknownShapeException if it cannot be told
   */
  List<Dim> shape(NodeContext node, int output);

  /** A rule for operators of which only the first output is described. */
  static ShapeRule first(Function<NodeContext, List<Dim>> rule) {
    return (node, output) -> {
      if (output != 0) {
        throw new UnknownShapeException();
      }
      return rule.apply(node);
    };
  }
}
