/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.weights;

import java.util.List;
import java.util.Optional;
import org.loupe.graph.DataType;
import org.loupe.graph.Initializer;
import org.loupe.math.tensor.Shape;

/**
 * A value that is the same for every input of a model.
 *
 * @param stored as the file keeps it; empty if nodes compute it from other constants
 * @param behind what the file keeps of it: itself, or what it is computed from
 */
record Constant(String name, DataType type, Shape shape, Optional<Initializer> stored, List<Initializer> behind) {
  Constant {
    behind = List.copyOf(behind);
  }

  static Constant stored(Initializer kept) {
    return new Constant(kept.name(), kept.type(), kept.shape(), Optional.of(kept), List.of(kept));
  }

  /** How much the file keeps for it. */
  long fileBytes() {
    return behind.stream().mapToLong(ConstantBytes::of).sum();
  }
}
