/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.graph.Attribute;
import org.loupe.graph.Graph;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.build.NodeBuilder;

/**
 * Replaces calls of a model's own functions by their bodies. Values of the graph keep their names; an inner value of a
 * function is named after the first output of the call, as {@code output/inner}. A function that uses another version
 * of an operator domain than the model stays a call.
 */
public final class FunctionInliner {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NODES = 100_000;

  /** A model without calls, and the place in the original graph that each of its nodes comes from. */
  public record Inlined(OnnxModel model, List<Integer> origins) {
    int origin(Node node) {
      return origins.get(node.index());
    }
  }

  private final OnnxModel model;
  private final Set<String> names = new HashSet<>();
  private final Set<String> nodeNames = new HashSet<>();
  private int nodes;

  private FunctionInliner(OnnxModel model) {
    this.model = model;
  }

  /** Inlines all functions; the model itself if it has none. @throws GradientException if they never end */
  public static Inlined inline(OnnxModel model) throws GradientException {
    Graph graph = model.graph();
    List<Integer> origins = new ArrayList<>();
    if (model.functions().isEmpty()) {
      graph.nodes().forEach(n -> origins.add(origins.size()));
      return new Inlined(model, origins);
    }
    FunctionInliner inliner = new FunctionInliner(model);
    graph.inputs().forEach(i -> inliner.names.add(i.name()));
    graph.initializers().forEach(i -> inliner.names.add(i.name()));
    for (Node n : graph.nodes()) {
      inliner.names.addAll(n.outputs());
      inliner.nodeNames.add(n.name());
    }
    List<Node> all = new ArrayList<>();
    for (Node node : graph.nodes()) {
      for (Node part : inliner.expand(node, 0)) {
        all.add(NodeBuilder.of(part).build(all.size()));
        origins.add(node.index());
      }
    }
    Set<GraphFunction> called = inliner.stillCalled(all);
    OnnxModel inlined = new OnnxModel(model.file(), model.header(), model.opsets(), new Graph(graph.name(), all,
        graph.inputs(), graph.outputs(), graph.valueInfos(), graph.initializers()), List.copyOf(called));
    return new Inlined(inlined, origins);
  }

  /** The functions that calls remain of need what they call themselves. */
  private Set<GraphFunction> stillCalled(List<Node> all) {
    boolean any = all.stream().anyMatch(n -> model.functionOf(n).isPresent() || !n.subgraphs().isEmpty());
    return any ? new HashSet<>(model.functions()) : Set.of();
  }

  private List<Node> expand(Node node, int depth) throws GradientException {
    Optional<GraphFunction> function = model.functionOf(node).filter(this::fits);
    if (function.isEmpty()) {
      count(1);
      return List.of(withSubgraphs(node, depth));
    }
    if (depth >= MAX_DEPTH) {
      throw new GradientException("function " + node.qualifiedType() + " of the model calls itself, or calls are "
          + "nested " + MAX_DEPTH + " deep");
    }
    List<Node> out = new ArrayList<>();
    for (Node inner : body(node, function.get())) {
      out.addAll(expand(inner, depth + 1));
    }
    return out;
  }

  private void count(int more) throws GradientException {
    nodes += more;
    if (nodes > MAX_NODES) {
      throw new GradientException("the functions of the model unfold to more than " + MAX_NODES + " nodes");
    }
  }

  private boolean fits(GraphFunction function) {
    return function.opsets().entrySet().stream().allMatch(
        e -> model.opset(e.getKey()).orElse(e.getValue()) == e.getValue());
  }

  private Node withSubgraphs(Node node, int depth) throws GradientException {
    if (node.subgraphs().isEmpty()) {
      return node;
    }
    NodeBuilder copy = NodeBuilder.of(node);
    for (Map.Entry<String, Attribute> a : node.attributes().entrySet()) {
      if (a.getValue() instanceof Attribute.GraphValue g) {
        copy.graph(a.getKey(), expand(g.graph(), depth));
      }
    }
    return copy.build(node.index());
  }

  private Graph expand(Graph graph, int depth) throws GradientException {
    List<Node> all = new ArrayList<>();
    for (Node node : graph.nodes()) {
      for (Node part : expand(node, depth + 1)) {
        all.add(NodeBuilder.of(part).build(all.size()));
      }
    }
    return new Graph(graph.name(), all, graph.inputs(), graph.outputs(), graph.valueInfos(), graph.initializers());
  }

  /** The nodes of a function with the names and attributes of a call. */
  private List<Node> body(Node call, GraphFunction function) {
    Map<String, String> renamed = new HashMap<>();
    for (int i = 0; i < function.inputs().size(); i++) {
      renamed.put(function.inputs().get(i), call.input(i));
    }
    for (int i = 0; i < function.outputs().size(); i++) {
      if (!call.output(i).isEmpty()) {
        renamed.putIfAbsent(function.outputs().get(i), call.output(i));
      }
    }
    String prefix = call.outputs().stream().filter(o -> !o.isEmpty()).findFirst().orElse(call.opType()) + "/";
    List<Node> out = new ArrayList<>();
    Substitution substitution = new Substitution(call, function, renamed, prefix);
    for (Node node : function.nodes()) {
      out.add(substitution.apply(node));
    }
    aliases(call, function, renamed, out);
    return out;
  }

  /** An output that is an input of the function, or one that comes out twice, is copied. */
  private static void aliases(Node call, GraphFunction function, Map<String, String> renamed, List<Node> out) {
    for (int i = 0; i < function.outputs().size(); i++) {
      String inner = renamed.get(function.outputs().get(i));
      if (!call.output(i).isEmpty() && !call.output(i).equals(inner)) {
        out.add(NodeBuilder.of("Identity").inputs(inner).outputs(call.output(i)).build(0));
      }
    }
  }

  private static String unique(Set<String> taken, String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "." + i;
    }
    return name;
  }

  /** Puts a call's names and attributes into the nodes of a function. */
  private final class Substitution {
    private final Node call;
    private final GraphFunction function;
    private final Map<String, String> renamed;
    private final String prefix;

    Substitution(Node call, GraphFunction function, Map<String, String> renamed, String prefix) {
      this.call = call;
      this.function = function;
      this.renamed = renamed;
      this.prefix = prefix;
    }

    Node apply(Node node) {
      String[] inputs = node.inputs().stream().map(this::name).toArray(String[]::new);
      String[] outputs = node.outputs().stream().map(this::name).toArray(String[]::new);
      Map<String, Attribute> attributes = new LinkedHashMap<>();
      node.attributes().forEach((key, value) -> resolve(value).ifPresent(v -> attributes.put(key, v)));
      String name = unique(nodeNames, prefix + (node.name().isEmpty() ? node.opType() : node.name()));
      return new Node(node.index(), name, node.opType(), node.domain(), node.overload(), List.of(inputs),
          List.of(outputs), attributes);
    }

    private String name(String inner) {
      return inner.isEmpty() ? "" : renamed.computeIfAbsent(inner, i -> unique(names, prefix + i));
    }

    private Optional<Attribute> resolve(Attribute value) {
      return switch (value) {
        case Attribute.Reference r -> Optional.ofNullable(
            call.attributes().getOrDefault(r.name(), function.defaults().get(r.name())));
        case Attribute.GraphValue g -> Optional.of(new Attribute.GraphValue(graph(g.graph())));
        default -> Optional.of(value);
      };
    }

    /** Names of a subgraph are made unique as well: it may take values of the function. */
    private Graph graph(Graph g) {
      List<ValueInfo> inputs = g.inputs().stream().map(this::value).toList();
      List<Initializer> initializers = g.initializers().stream().map(i -> new Initializer(name(i.name()), i.type(),
          i.shape(), i.storage())).toList();
      List<Node> inner = g.nodes().stream().map(this::apply).toList();
      return new Graph(g.name(), inner, inputs, g.outputs().stream().map(this::value).toList(), List.of(),
          initializers);
    }

    private ValueInfo value(ValueInfo v) {
      return new ValueInfo(name(v.name()), v.type());
    }
  }
}
