/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

/** One extent of a shape that is made: a number, that of an axis of a value when the model runs, or what remains. */
public sealed interface Extent {
  record Fixed(long size) implements Extent {
  }

  /** The extent that a value has along an axis (counted from 0). */
  record Axis(String value, int axis) implements Extent {
  }

  /** What remains of the elements; at most once in a shape. */
  record Rest() implements Extent {
  }

  Extent REST = new Rest();

  static Extent of(long size) {
    return new Fixed(size);
  }
}
