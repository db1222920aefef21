/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.large;

import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

/** A value whose size is known before it is there. */
public record SizedValue(String name, ElementType type, Shape shape) {
  /** Its size; the largest number if that overflows. */
  long bytes() {
    long size = shape.size();
    return size > Long.MAX_VALUE / type.bytes() ? Long.MAX_VALUE : size * type.bytes();
  }

  @Override
  public String toString() {
    return "'" + name + "' is " + type + " " + shape;
  }
}
