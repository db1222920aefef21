/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.util.List;
import java.util.Map;

/**
 * A function that a model defines for itself: nodes call it by domain, name and overload.
 *
 * @param attributes names of attributes without default that its body refers to
 * @param defaults attributes with their defaults
 * @param opsets version of each operator domain that the body uses
 */
public record GraphFunction(String domain, String name, String overload, List<String> inputs, List<String> outputs,
    List<String> attributes, Map<String, Attribute> defaults, Map<String, Long> opsets, List<Node> nodes) {

  public GraphFunction {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = List.copyOf(attributes);
    defaults = Map.copyOf(defaults);
    opsets = Map.copyOf(opsets);
    nodes = List.copyOf(nodes);
  }
}
