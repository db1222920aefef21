/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.util.function.UnaryOperator;
import org.loupe.api.model.tree.TreeColumn;

/**
 * One step back from a column.
 *
 * @param value that the column is computed from
 * @param element of a row of that value
 * @param change what the step does to it
 */
record Step(String value, int element, UnaryOperator<TreeColumn> change) {
  /** An element that only moves. */
  static Step move(String value, long element) {
    return new Step(value, Math.toIntExact(element), UnaryOperator.identity());
  }
}
