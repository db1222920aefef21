/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.loupe.math.tensor.ElementType;

/**
 * The declared type of a value.
 *
 * @param name its unique name
 * @param kind what it is
 * @param type element type of a tensor; empty where the model does not say
 * @param dims declared extents, outermost first; empty where not even the rank is known
 */
public record ValueSpec(String name, ValueKind kind, Optional<ElementType> type, Optional<List<Dimension>> dims) {
  public ValueSpec {
    Objects.requireNonNull(name);
    dims = dims.map(List::copyOf);
  }

  public static ValueSpec tensor(String name, ElementType type, Dimension... dims) {
    return new ValueSpec(name, ValueKind.TENSOR, Optional.of(type), Optional.of(List.of(dims)));
  }

  /** For example {@code FLOAT32 [batch, 224, 224, 3]}. */
  public String typeText() {
    String element = kind == ValueKind.TENSOR ? type.map(ElementType::name).orElse("?")
        : kind.name().toLowerCase(Locale.ROOT);
    return dims.map(d -> element + " " + d).orElse(element);
  }
}
