/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph of operators over named values. Immutable; {@link org.loupe.graph.analysis.GraphIndex} finds things in it.
 *
 * @param inputs declared inputs; before IR version 4 these include the initializers
 * @param valueInfos declared types of inner values, and of weights; there may be several for a name or none
 * @param initializers constant tensors, sparse ones too
 */
public record Graph(String name, List<Node> nodes, List<ValueInfo> inputs, List<ValueInfo> outputs,
    List<ValueInfo> valueInfos, List<Initializer> initializers) {

  public Graph {
    nodes = List.copyOf(nodes);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    valueInfos = List.copyOf(valueInfos);
    initializers = List.copyOf(initializers);
  }

  /** The inputs that must be fed: those that no initializer gives a value. */
  public List<ValueInfo> requiredInputs() {
    Set<String> constant = new HashSet<>();
    initializers.forEach(i -> constant.add(i.name()));
    return inputs.stream().filter(i -> !constant.contains(i.name())).toList();
  }
}
