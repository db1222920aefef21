/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.loupe.graph.Node;
import org.loupe.graph.analysis.GraphIndex;

/** The labels that a classifier of ai.onnx.ml carries. */
final class ClassLabels {
  private ClassLabels() {
  }

  /**
   * Labels of the maps that an output returns (operator ZipMap), in the order of the classifier's scores; empty if it
   * returns no such maps.
   */
  static List<String> of(GraphIndex index, String output) {
    Optional<Node> zip = index.producer(output).filter(n -> n.qualifiedType().equals("ai.onnx.ml.ZipMap"));
    return zip.map(n -> n.strings("classlabels_strings")
        .or(() -> n.ints("classlabels_int64s").map(l -> Arrays.stream(l).mapToObj(Long::toString).toList()))
        .orElse(List.of())).orElse(List.of());
  }
}
