/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loupe.graph.Graph;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;

/**
 * Checks that a model's graph, subgraphs and functions are well formed: every value is defined once and before it is
 * needed. Whether operators exist is not checked; that depends on what is to run them.
 */
public final class GraphCheck {
  private final List<GraphIssue> issues = new ArrayList<>();

  /** The names that a graph may use: its own and, in a subgraph, those of the graphs around it. */
  private record Visible(Set<String> own, Visible outer) {
    boolean contains(String name) {
      return own.contains(name) || outer != null && outer.contains(name);
    }
  }

  private GraphCheck() {
  }

  /** All issues, errors and others, in the order of the graph. */
  public static List<GraphIssue> check(OnnxModel model) {
    GraphCheck check = new GraphCheck();
    if (model.opsets().isEmpty()) {
      check.issue(GraphIssue.Kind.NO_OPSET, "the model does not say which version of the operators it uses", "", "");
    }
    if (model.graph().outputs().isEmpty()) {
      check.issue(GraphIssue.Kind.NO_OUTPUTS, "the graph has no outputs", "", "");
    }
    check.graph(model.graph(), null);
    model.functions().forEach(f -> check.graph(body(f), null));
    return List.copyOf(check.issues);
  }

  /** Fails with the first error, if there is one, and the number of others. */
  public static void require(OnnxModel model) throws ModelFormatException {
    List<GraphIssue> errors = check(model).stream().filter(i -> i.kind().isError()).toList();
    if (!errors.isEmpty()) {
      String name = model.file().map(f -> f.getFileName().toString()).orElse("the model");
      throw new ModelFormatException(name + " has a graph that cannot be run: " + errors.get(0).message()
          + (errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more errors)") + "; export it again");
    }
  }

  private static Graph body(GraphFunction f) {
    return new Graph(f.name(), f.nodes(), infos(f.inputs()), infos(f.outputs()), List.of(), List.of());
  }

  private static List<ValueInfo> infos(List<String> names) {
    return names.stream().map(n -> new ValueInfo(n, ValueType.UNKNOWN)).toList();
  }

  private void graph(Graph graph, Visible outer) {
    definitions(graph);
    Visible known = new Visible(Captures.defined(graph), outer);
    Set<String> names = new HashSet<>();
    for (Node node : graph.nodes()) {
      for (String input : node.inputs()) {
        if (!input.isEmpty() && !known.contains(input)) {
          issue(GraphIssue.Kind.UNDEFINED_INPUT, node.label() + " needs '" + input + "', which nothing gives",
              node.label(), input);
        }
      }
      if (!node.name().isEmpty() && !names.add(node.name())) {
        issue(GraphIssue.Kind.DUPLICATE_NODE_NAME, "several nodes are named '" + node.name() + "'", node.label(), "");
      }
      node.subgraphs().forEach(g -> graph(g, known));
    }
    for (ValueInfo output : graph.outputs()) {
      if (!known.contains(output.name())) {
        issue(GraphIssue.Kind.MISSING_OUTPUT, "nothing gives the output '" + output.name() + "' of graph '"
            + graph.name() + "'", "", output.name());
      }
    }
    order(graph);
  }

  /** An initializer may give an input its default; everything else must be defined once. */
  private void definitions(Graph graph) {
    Set<String> defined = new HashSet<>();
    graph.inputs().forEach(i -> define(defined, i.name(), "input '" + i.name() + "'"));
    Set<String> constants = new HashSet<>();
    graph.initializers().forEach(i -> define(constants, i.name(), "initializer '" + i.name() + "'"));
    defined.addAll(constants);
    for (Node node : graph.nodes()) {
      node.outputs().stream().filter(o -> !o.isEmpty()).forEach(o -> define(defined, o, node.label()));
    }
  }

  private void define(Set<String> defined, String value, String by) {
    if (!defined.add(value)) {
      issue(GraphIssue.Kind.DUPLICATE_VALUE, "value '" + value + "' is defined again by " + by, by, value);
    }
  }

  private void order(Graph graph) {
    TopologicalOrder order = TopologicalOrder.of(graph);
    order.firstOutOfPlace().ifPresent(n -> issue(GraphIssue.Kind.NOT_SORTED,
        n.label() + " stands before a node that it needs", n.label(), ""));
    if (!order.inCycles().isEmpty()) {
      Node first = order.inCycles().get(0);
      issue(GraphIssue.Kind.CYCLE, first.label() + " needs its own result, through " + order.inCycles().size()
          + " nodes in or behind a cycle", first.label(), first.output(0));
    }
  }

  private void issue(GraphIssue.Kind kind, String message, String node, String value) {
    issues.add(new GraphIssue(kind, message, node, value));
  }
}
