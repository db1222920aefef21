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
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.FinalActivation;
import org.loupe.graph.analysis.GraphIndex;

/** The labels that a classifier of ai.onnx.ml carries. */
final class ClassLabels {
  private ClassLabels() {
  }

  /**
   * Labels of the scores, or of the maps (operator ZipMap), that an output returns, in the order of the classifier's
   * scores; empty if it returns neither.
   */
  static List<String> of(OnnxModel model, GraphIndex index, String output) {
    Optional<Node> zip = index.producer(output).filter(n -> n.qualifiedType().equals("ai.onnx.ml.ZipMap"));
    return zip.or(() -> FinalActivation.of(model, index, output)
        .filter(f -> f.kind() == FinalActivation.Kind.CLASSIFIER_SCORES).map(FinalActivation::node))
        .map(ClassLabels::of).orElse(List.of());
  }

  private static List<String> of(Node node) {
    return node.strings("classlabels_strings").filter(l -> !l.isEmpty())
        .or(() -> node.ints("classlabels_int64s").or(() -> node.ints("classlabels_ints"))
            .map(l -> Arrays.stream(l).mapToObj(Long::toString).toList()))
        .orElse(List.of());
  }
}
