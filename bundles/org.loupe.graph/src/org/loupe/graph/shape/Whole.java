/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import org.loupe.graph.Dim;

/** An element of a whole-number tensor that a shape is computed from: a number, or the extent of some axis. */
sealed interface Whole {
  record Number(long value) implements Whole {
  }

  /** An extent that is not a number yet. */
  record Extent(Dim dim) implements Whole {
  }

  static Whole of(Dim dim) {
    return dim instanceof Dim.Fixed f ? new Number(f.size()) : new Extent(dim);
  }

  /** As an extent; unknown for a negative number. */
  default Dim dim() {
    return switch (this) {
      case Number n -> Dims.of(n.value);
      case Extent e -> e.dim;
    };
  }
}
