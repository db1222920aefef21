/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A model in the ONNX format: who made it, which operator versions it uses, and its graph. Immutable.
 *
 * @param file where it was read from, empty for one that was built
 * @param opsets version of each operator domain; the standard domain is the empty string
 */
public record OnnxModel(Optional<Path> file, Header header, Map<String, Long> opsets, Graph graph,
    List<GraphFunction> functions) {

  /**
   * What the file says about itself.
   *
   * @param irVersion version of the file format, 3 to 14 at the time of writing
   * @param metadata free properties in file order
   */
  public record Header(long irVersion, String producerName, String producerVersion, String domain, long modelVersion,
      String description, Map<String, String> metadata) {
    public Header {
      metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
  }

  public OnnxModel {
    opsets = Collections.unmodifiableMap(new LinkedHashMap<>(opsets));
    functions = List.copyOf(functions);
  }

  /** Version of an operator domain ({@code ""} for the standard one), empty if the model does not import it. */
  public OptionalLong opset(String domain) {
    Long version = opsets.get(domain);
    return version == null ? OptionalLong.empty() : OptionalLong.of(version);
  }

  /** The function that a node calls, empty if the node is an operator. */
  public Optional<GraphFunction> functionOf(Node node) {
    return functions.stream().filter(f -> f.domain().equals(node.domain()) && f.name().equals(node.opType())
        && f.overload().equals(node.overload())).findFirst();
  }

  /** Whether some weights are in files beside the model. */
  public boolean usesExternalData() {
    return file.isPresent() && graph.initializers().stream().anyMatch(
        i -> i.storage() instanceof TensorStorage.FileSlice s && !s.file().equals(file.get()));
  }
}
