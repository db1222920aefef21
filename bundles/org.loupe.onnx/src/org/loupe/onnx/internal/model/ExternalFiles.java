/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.TensorStorage;

/** The files beside a model that hold some of its weights. */
final class ExternalFiles {
  private final Set<Path> files = new LinkedHashSet<>();

  private ExternalFiles() {
  }

  /** Each file once, in the order of the graph; without {@code main}. */
  static List<Path> of(OnnxModel model, Path main) {
    ExternalFiles found = new ExternalFiles();
    found.graph(model.graph());
    model.functions().forEach(f -> f.nodes().forEach(found::node));
    model.file().ifPresent(found.files::remove);
    found.files.remove(main);
    return List.copyOf(found.files);
  }

  private void graph(Graph graph) {
    graph.initializers().forEach(i -> storage(i.storage()));
    graph.nodes().forEach(this::node);
  }

  private void node(Node node) {
    if (node.is("Constant")) {
      node.tensor("value").ifPresent(t -> storage(t.storage()));
    }
    node.subgraphs().forEach(this::graph);
  }

  private void storage(TensorStorage storage) {
    switch (storage) {
      case TensorStorage.FileSlice slice -> files.add(slice.file());
      case TensorStorage.Encoded encoded -> files.add(encoded.file());
      case TensorStorage.Sparse sparse -> {
        storage(sparse.values().storage());
        storage(sparse.indices().storage());
      }
      case TensorStorage.InMemory memory -> {
      }
    }
  }
}
