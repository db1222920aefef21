/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.graph.Dim;
import org.loupe.graph.gradient.ShapeFacts;

/**
 * Extents of a graph's values as runs have shown them.
 *
 * @param shapes extents by value
 */
record ProbedShapes(Map<String, List<Dim>> shapes) implements ShapeFacts {
  ProbedShapes {
    shapes = Map.copyOf(shapes);
  }

  /** What a run at one size showed: every extent is fixed. */
  static ProbedShapes of(Map<String, long[]> run) {
    return of(run, run);
  }

  /** What runs at two sizes showed: extents that stay are fixed; those that change alike are named alike. */
  static ProbedShapes of(Map<String, long[]> first, Map<String, long[]> second) {
    Map<String, List<Dim>> shapes = new HashMap<>();
    first.forEach((value, a) -> {
      long[] b = second.get(value);
      if (b != null && a.length == b.length) {
        shapes.put(value, IntStream.range(0, a.length).mapToObj(i -> extent(a[i], b[i])).toList());
      }
    });
    return new ProbedShapes(shapes);
  }

  private static Dim extent(long a, long b) {
    return a == b ? Dim.of(a) : Dim.of("n" + a + "_" + b);
  }

  @Override
  public Optional<List<Dim>> dims(String value) {
    return Optional.ofNullable(shapes.get(value));
  }
}
