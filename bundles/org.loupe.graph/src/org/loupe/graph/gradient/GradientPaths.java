/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loupe.graph.Node;
import org.loupe.graph.analysis.Captures;
import org.loupe.graph.analysis.TopologicalOrder;

/**
 * The part of a graph through which gradients flow: what depends on a sink and leads to a source over values of
 * floating-point type. Whole numbers, truth values and what is computed from shapes carry no gradient.
 */
final class GradientPaths {
  /** Operators that take from a floating-point input nothing but its shape or type. */
  private static final Set<String> SHAPE_ONLY =
      Set.of("RandomNormalLike", "RandomUniformLike", "EyeLike", "Shape", "Size", "Bernoulli");

  private final GraphFacts graph;
  private final RuleSet rules;
  private final Set<String> sinks;
  private final Set<String> active = new HashSet<>();
  private final Set<String> needed = new HashSet<>();
  private final List<Node> nodes = new ArrayList<>();

  private GradientPaths(GraphFacts graph, RuleSet rules, Collection<String> sinks) {
    this.graph = graph;
    this.rules = rules;
    this.sinks = Set.copyOf(sinks);
  }

  static GradientPaths of(GraphFacts graph, RuleSet rules, Collection<String> sources, Collection<String> sinks) {
    GradientPaths paths = new GradientPaths(graph, rules, sinks);
    List<Node> order = TopologicalOrder.of(graph.model().graph()).sorted();
    paths.active.addAll(sinks);
    order.forEach(paths::forwards);
    sources.stream().filter(paths.active::contains).forEach(paths.needed::add);
    order.reversed().forEach(paths::backwards);
    return paths;
  }

  private void forwards(Node node) {
    boolean depends = !SHAPE_ONLY.contains(node.opType())
        && Captures.allInputs(node).stream().anyMatch(active::contains);
    if (depends) {
      node.outputs().stream().filter(o -> !o.isEmpty() && graph.isFloating(o)).forEach(active::add);
    }
  }

  private void backwards(Node node) {
    boolean leads = !SHAPE_ONLY.contains(node.opType()) && node.outputs().stream().anyMatch(needed::contains);
    List<String> inputs = leads ? Captures.allInputs(node).stream().filter(active::contains).toList() : List.of();
    if (!inputs.isEmpty()) {
      needed.addAll(inputs);
      nodes.add(node);
    }
  }

  /** Whether a value depends on a sink. */
  boolean isReached(String value) {
    return active.contains(value);
  }

  /** Whether a value lies between a sink and a source, both included. */
  boolean leads(String value) {
    return needed.contains(value);
  }

  /** The nodes to differentiate, the last one first. */
  List<Node> backwards() {
    return nodes;
  }

  NodeFacts facts(Node node) {
    return new NodeFacts(graph, this, node, positions(node.inputs()), positions(node.outputs()));
  }

  /** The node that gives a value, if a rule may differentiate it together with those behind it. */
  Optional<Node> inner(String value) {
    return needed.contains(value) && !sinks.contains(value)
        ? graph.index().producer(value).filter(n -> !rules.swaps(n)) : Optional.empty();
  }

  private Set<Integer> positions(List<String> values) {
    Set<Integer> positions = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      if (needed.contains(values.get(i))) {
        positions.add(i);
      }
    }
    return positions;
  }
}
