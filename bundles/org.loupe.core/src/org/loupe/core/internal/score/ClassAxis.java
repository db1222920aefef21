/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.score;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * A tensor read as a vector of class scores for each item of a batch: [N, C], [N, C, 1, 1], [N, 1, 1, C] and the like,
 * where besides the batch axis at most one extent exceeds 1. [N, 1] and [N] have the class 0 only; for a single item
 * [C] is a vector without a batch axis.
 *
 * @param items number of items
 * @param classes number of classes
 */
public record ClassAxis(int items, int classes) {
  private static final int GREATEST_RANK = 4;

  /**
   * The class axis of a tensor.
   *
   * @param items number of items that were fed
   * @return empty if it is no class vector, as boxes, masks and texts are not
   */
  public static Optional<ClassAxis> of(Tensor tensor, int items) {
    Shape shape = tensor.shape();
    if (!tensor.type().isFloating() || shape.rank() > GREATEST_RANK || shape.size() == 0
        || shape.size() > Integer.MAX_VALUE || shape.size() % items != 0) {
      return Optional.empty();
    }
    int classes = (int) (shape.size() / items);
    if (shape.rank() < 2) {
      return items == 1 || classes == 1 ? Optional.of(new ClassAxis(items, classes)) : Optional.empty();
    }
    int wide = 0;
    for (int axis = 1; axis < shape.rank(); axis++) {
      wide += shape.dim(axis) > 1 ? 1 : 0;
    }
    return wide > 1 || shape.dim(0) != items ? Optional.empty() : Optional.of(new ClassAxis(items, classes));
  }

  /** The number of classes that a declared output has, if it says so. */
  public static OptionalLong declaredClasses(ValueSpec spec) {
    if (!mayBe(spec) || spec.dims().isEmpty() || spec.dims().get().size() < 2) {
      return OptionalLong.empty();
    }
    List<Dimension> inner = spec.dims().get().subList(1, spec.dims().get().size());
    if (inner.stream().anyMatch(d -> !d.known() || d.size() < 1)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(inner.stream().mapToLong(Dimension::size).filter(d -> d > 1).findFirst().orElse(1));
  }

  /** The first output that can be a class vector; the first one if none can; empty if there is no output. */
  public static Optional<OutputInfo> firstOf(List<OutputInfo> outputs) {
    return outputs.stream().filter(o -> mayBe(o.value())).findFirst().or(() -> outputs.stream().findFirst());
  }

  /** Whether a value can be a class vector as far as its declared type tells. */
  public static boolean mayBe(ValueSpec spec) {
    // Maps from label to score come back as rows of scores; such a sequence has extents.
    boolean rows = spec.kind() == ValueKind.TENSOR || spec.kind() == ValueKind.SEQUENCE && spec.dims().isPresent();
    if (!rows || !spec.type().map(ElementType::isFloating).orElse(true)) {
      return false;
    }
    return spec.dims().map(dims -> dims.size() <= GREATEST_RANK
        && dims.stream().skip(1).filter(d -> d.known() && d.size() > 1).count() <= 1).orElse(true);
  }

  /** Flat index of a class of an item. */
  public long index(int item, int cls) {
    return (long) item * classes + cls;
  }
}
