/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.tensor;

import java.util.List;
import java.util.Objects;

/** A tensor of strings in memory. */
public final class TextTensor implements Tensor {
  private final Shape shape;
  private final List<String> values;

  /** @throws IllegalArgumentException if the number of values is not that of the shape */
  public TextTensor(Shape shape, List<String> values) {
    if (values.size() != shape.size()) {
      throw new IllegalArgumentException(values.size() + " values for shape " + shape);
    }
    this.shape = shape;
    this.values = List.copyOf(values);
  }

  @Override
  public ElementType type() {
    return ElementType.STRING;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  public List<String> values() {
    return values;
  }

  @Override
  public double get(long index) {
    throw new UnsupportedOperationException("text has no numeric value");
  }

  @Override
  public TextTensor item(long index) {
    Shape inner = shape.inner();
    Objects.checkIndex(index, shape.dim(0));
    int n = (int) inner.size();
    int from = (int) index * n;
    return new TextTensor(inner, values.subList(from, from + n));
  }

  @Override
  public TextTensor reshape(Shape other) {
    return new TextTensor(other, values);
  }
}
