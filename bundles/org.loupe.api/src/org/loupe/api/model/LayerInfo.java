/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value that a model computes.
 *
 * @param id the name of the value, unique in the model
 * @param node name of the node that computes it; empty if it has none
 * @param operator the node's operator, as {@code Conv}; prefixed by its domain and a dot where that is not the
 * default one
 * @param inputs names of the values that the node reads, weights left out
 * @param output declared or inferred type of the value
 * @param parameters number of weights that the node reads
 * @param scope path of the module it belongs to, separated by slashes; empty if the names do not tell
 * @param attributes what the node says of how it computes, as {@code strides} and {@code 2, 2}, in the file's order; a
 *     long value is cut
 */
public record LayerInfo(String id, String node, String operator, List<String> inputs, ValueSpec output, long parameters,
    String scope, Map<String, String> attributes) {
  public LayerInfo {
    inputs = List.copyOf(inputs);
    attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** Without attributes. */
  public LayerInfo(String id, String node, String operator, List<String> inputs, ValueSpec output, long parameters,
      String scope) {
    this(id, node, operator, inputs, output, parameters, scope, Map.of());
  }
}
