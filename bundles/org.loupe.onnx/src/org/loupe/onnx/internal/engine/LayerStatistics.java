/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import java.util.List;
import java.util.stream.Stream;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;

/** The mean and the deviation that layer normalisation can return beside the normalised values. */
final class LayerStatistics {
  private LayerStatistics() {
  }

  /** Whether a node of the model, of a branch or of a function returns one of them. */
  static boolean areUsed(OnnxModel model) {
    return Stream.concat(Stream.of(model.graph().nodes()), model.functions().stream().map(f -> f.nodes()))
        .anyMatch(LayerStatistics::areUsed);
  }

  private static boolean areUsed(List<Node> nodes) {
    return nodes.stream().anyMatch(n -> n.is("LayerNormalization") && !(n.output(1).isEmpty() && n.output(2).isEmpty())
        || n.subgraphs().stream().anyMatch(g -> areUsed(g.nodes())));
  }
}
