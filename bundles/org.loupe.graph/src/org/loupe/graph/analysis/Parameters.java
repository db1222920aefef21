/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;

/**
 * Counts parameters: elements of initializers that have at least one axis and are floating-point numbers or quantised
 * to 8 bits or less. Wider whole numbers are shapes and indices, scalars the numbers of a formula.
 */
public final class Parameters {
  private final GraphIndex index;

  public Parameters(GraphIndex index) {
    this.index = index;
  }

  /** Parameters that a node takes, directly or through Identity, and those within its subgraphs; each once. */
  public long of(Node node) {
    Set<Initializer> found = identities();
    for (String input : node.inputs()) {
      Optional<Initializer> constant = index.initializer(index.unaliased(input));
      constant.filter(Parameters::isParameter).ifPresent(found::add);
    }
    node.subgraphs().forEach(g -> collect(g, found));
    return sum(found);
  }

  /** Parameters of the whole graph with its subgraphs; those that several nodes share count once. */
  public long total() {
    Set<Initializer> all = identities();
    collect(index.graph(), all);
    return sum(all);
  }

  private static void collect(Graph graph, Set<Initializer> found) {
    graph.initializers().stream().filter(Parameters::isParameter).forEach(found::add);
    graph.nodes().forEach(n -> n.subgraphs().forEach(g -> collect(g, found)));
  }

  private static boolean isParameter(Initializer constant) {
    DataType type = constant.type();
    boolean quantised = type.bits() > 0 && type.bits() <= 8 && type != DataType.BOOL;
    return constant.shape().rank() > 0 && (type.isFloating() || quantised);
  }

  private static long sum(Set<Initializer> constants) {
    return constants.stream().mapToLong(Initializer::size).sum();
  }

  private static Set<Initializer> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
