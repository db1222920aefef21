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
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.ElementType;

/**
 * The declared type of a value.
 *
 * @param name its unique name
 * @param kind what it is
 * @param type element type of a tensor; empty where the model does not say
 * @param dims declared extents, outermost first; empty where not even the rank is known
 * @param columns what the elements of the innermost axis are, where the model says so; empty otherwise
 */
public record ValueSpec(String name, ValueKind kind, Optional<ElementType> type, Optional<List<Dimension>> dims,
    List<TableColumn> columns) {
  public ValueSpec {
    Objects.requireNonNull(name);
    dims = dims.map(List::copyOf);
    columns = List.copyOf(columns);
  }

  /** One of which the model does not say what its elements are. */
  public ValueSpec(String name, ValueKind kind, Optional<ElementType> type, Optional<List<Dimension>> dims) {
    this(name, kind, type, dims, List.of());
  }

  public static ValueSpec tensor(String name, ElementType type, Dimension... dims) {
    return new ValueSpec(name, ValueKind.TENSOR, Optional.of(type), Optional.of(List.of(dims)));
  }

  /** The same with names for the elements of the innermost axis. */
  public ValueSpec withColumns(List<TableColumn> names) {
    return new ValueSpec(name, kind, type, dims, names);
  }

  /** For example {@code FLOAT32 [batch, 224, 224, 3]}. */
  public String typeText() {
    String element = kind == ValueKind.TENSOR ? type.map(ElementType::name).orElse("?")
        : kind.name().toLowerCase(Locale.ROOT);
    return dims.map(d -> element + " " + d).orElse(element);
  }
}
