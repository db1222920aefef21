/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueSpec;

/**
 * The nodes and edges of a model. What does not depend on an input is left out: constants, and what is computed from
 * them alone.
 */
public final class ModelGraph {
  private final List<GraphNode> nodes = new ArrayList<>();
  private final List<Set<Integer>> sources = new ArrayList<>();
  private final List<List<Integer>> sinks = new ArrayList<>();
  private final Map<String, Integer> byValue = new HashMap<>();
  private final int constants;

  public ModelGraph(ModelDescription model) {
    for (ValueSpec input : model.inputs()) {
      add(new GraphNode(GraphNode.Kind.INPUT, input.name(), input.name(), "", shape(input), "", List.of()), List.of());
      byValue.put(input.name(), nodes.size() - 1);
    }
    constants = layers(model);
    for (OutputInfo output : model.outputs()) {
      Integer source = byValue.get(output.name());
      if (source != null) {
        add(new GraphNode(GraphNode.Kind.OUTPUT, output.name(), output.name(), "", shape(output.value()), "",
            List.of()), List.of(source));
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      sinks.add(new ArrayList<>());
    }
    for (int i = 0; i < nodes.size(); i++) {
      for (int source : sources.get(i)) {
        sinks.get(source).add(i);
      }
    }
  }

  /** Adds the layers that an input leads to, or all if the model has no inputs. @return how many are left out */
  private int layers(ModelDescription model) {
    int left = 0;
    Set<String> constant = new HashSet<>();
    List<LayerInfo> layers = model.layers();
    int next;
    for (int i = 0; i < layers.size(); i = next) {
      next = i + 1;
      while (next < layers.size() && sameNode(layers.get(i), layers.get(next))) {
        next++;
      }
      List<LayerInfo> values = layers.subList(i, next);
      LayerInfo first = values.get(0);
      List<Integer> read = first.inputs().stream().map(byValue::get).filter(Objects::nonNull).toList();
      if (read.isEmpty() && !model.inputs().isEmpty()) {
        values.forEach(v -> constant.add(v.id()));
        left += values.size();
        continue;
      }
      add(new GraphNode(GraphNode.Kind.OPERATOR, first.id(), first.node().isEmpty() ? first.id() : first.node(),
          first.operator(), shape(first.output()), first.scope(), values.stream().map(LayerInfo::id).toList()), read);
      values.forEach(v -> byValue.put(v.id(), nodes.size() - 1));
    }
    return left;
  }

  /** Whether two neighbours are values of one node: only named nodes can be told apart from others of their kind. */
  private static boolean sameNode(LayerInfo a, LayerInfo b) {
    return !a.node().isEmpty() && a.node().equals(b.node()) && a.operator().equals(b.operator())
        && a.inputs().equals(b.inputs());
  }

  private void add(GraphNode node, List<Integer> read) {
    nodes.add(node);
    sources.add(new LinkedHashSet<>(read));
  }

  /** In topological order, inputs first and outputs last. */
  public List<GraphNode> nodes() {
    return nodes;
  }

  /** Positions of the nodes that a node reads from, each once. */
  public Set<Integer> sources(int node) {
    return sources.get(node);
  }

  /** Positions of the nodes that read from a node, each once. */
  public List<Integer> sinks(int node) {
    return sinks.get(node);
  }

  /** The node that a layer or an input is computed by; empty if it is not drawn. */
  public Optional<Integer> node(String value) {
    return Optional.ofNullable(byValue.get(value));
  }

  /** Number of layers that are not drawn, since they do not depend on an input. */
  public int constants() {
    return constants;
  }

  private static String shape(ValueSpec value) {
    List<String> extents = new ArrayList<>();
    for (Dimension d : value.dims().orElse(List.of())) {
      extents.add(d.known() ? Long.toString(d.size()) : d.toString());
    }
    return value.dims().isPresent() && extents.isEmpty() ? "scalar" : String.join(" \u00d7 ", extents);
  }
}
