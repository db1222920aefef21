/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

import java.util.List;

/**
 * A node of the drawn graph.
 *
 * @param kind what it stands for
 * @param id the value that it stands for: a layer's id, a model input's or output's name; of a node with several
 *     values the first
 * @param name the node's own name where it has one, else the id
 * @param operator as {@code Conv}; empty for inputs and outputs
 * @param shape of its first value, as {@code n × 64 × 112 × 112}; empty if nothing is known of it
 * @param scope path of the module that it belongs to, separated by slashes
 * @param layers ids of all layers that it computes; empty for inputs and outputs
 */
public record GraphNode(Kind kind, String id, String name, String operator, String shape, String scope,
    List<String> layers) implements Item {
  /** What a node stands for. */
  public enum Kind {
    INPUT, OPERATOR, OUTPUT
  }

  public GraphNode {
    layers = List.copyOf(layers);
  }

  @Override
  public String key() {
    return kind.name().charAt(0) + id;
  }

  @Override
  public int size() {
    return 1;
  }
}
