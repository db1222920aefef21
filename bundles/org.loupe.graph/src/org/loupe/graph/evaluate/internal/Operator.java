/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal;

import java.util.List;
import java.util.function.Function;

/** Computes the outputs of a node. */
@FunctionalInterface
public interface Operator {
  /**
   * The outputs, in order; trailing optional ones may be missing if nothing can be said about them.
   *
   * @throws IllegalArgumentException with a message for the user, if inputs or attributes do not fit
   * @throws ArithmeticException if sizes overflow
   * @throws IndexOutOfBoundsException if an index in the inputs does not exist
   * @throws java.io.UncheckedIOException if a constant cannot be read
   */
  List<Value> run(Call call);

  /** An operator with a single output. */
  static Operator single(Function<Call, Value> output) {
    return call -> List.of(output.apply(call));
  }
}
