/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.Dim;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.build.NodeBuilder;

/**
 * Builds the backward pass of a model as nodes of the same graph, by reverse accumulation of vector-Jacobian products
 * (Griewank and Walther, <i>Evaluating Derivatives</i>). The cotangent of each source is an input of the new graph, so
 * one graph serves every class, every difference of two classes and every inner target; the cotangent of each sink is
 * an output.
 */
public final class BackwardGraph {
  private final GraphFacts graph;
  private final GradientRequest request;
  private final GradientPaths paths;
  private final Emitter emit;
  private final String prefix;
  private final Map<String, List<String>> contributions = new HashMap<>();
  private final Map<String, String> cotangentInputs = new LinkedHashMap<>();
  private final List<ValueInfo> inputs = new ArrayList<>();

  private BackwardGraph(GraphFacts graph, GradientRequest request, GradientPaths paths) {
    this.graph = graph;
    this.request = request;
    this.paths = paths;
    this.prefix = freePrefix(graph);
    this.emit = new Emitter(graph, prefix);
  }

  /**
   * Differentiates a model.
   *
   * @param shapes what is known about the shapes of the model's values; values that inlined functions bring are
   *     looked up under the names that {@link ModelPreparation} gives them
   * @throws MissingRulesException if nodes between sinks and sources cannot be differentiated, with all of them
   * @throws GradientException if a sink does not lead to a source, does not exist or holds no floating-point numbers
   * @throws IOException if a constant of the model cannot be read
   */
  public static GradientPlan build(OnnxModel model, ShapeFacts shapes, RuleSet rules, GradientRequest request)
      throws GradientException, IOException {
    OnnxModel prepared = ModelPreparation.prepare(model);
    try {
      GraphFacts graph = new GraphFacts(prepared, shapes);
      GradientPaths paths = RequestCheck.paths(graph, rules, request);
      Map<Node, BackwardRule> chosen = new RuleChoice(graph, rules).require(paths);
      return new BackwardGraph(graph, request, paths).emit(chosen, prepared != model);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private GradientPlan emit(Map<Node, BackwardRule> rules, boolean rewritten) throws GradientException {
    for (String source : request.sources()) {
      addCotangent(source);
    }
    for (Node node : paths.backwards()) {
      differentiate(node, rules.get(node));
    }
    Map<String, String> gradients = new LinkedHashMap<>();
    for (String sink : request.sinks()) {
      gradients.put(sink, output(sink));
    }
    return GradientPlan.of(graph.model(), rewritten, emit, inputs, cotangentInputs, gradients);
  }

  private void addCotangent(String source) {
    if (!cotangentInputs.containsKey(source)) {
      String name = prefix + "cotangent/" + source;
      cotangentInputs.put(source, name);
      emit.declare(name, graph.type(source));
      List<Dim> dims = graph.dims(source).orElse(null);
      inputs.add(dims == null ? new ValueInfo(name, new ValueType.TensorType(graph.type(source),
          Optional.empty())) : ValueInfo.tensor(name, graph.type(source), dims));
      contributions.computeIfAbsent(source, k -> new ArrayList<>()).add(name);
    }
  }

  private void differentiate(Node node, BackwardRule rule) throws GradientException {
    Map<Integer, String> cotangents = new HashMap<>();
    for (int i = 0; i < node.outputs().size(); i++) {
      Optional<String> cotangent = cotangent(node.output(i));
      if (cotangent.isPresent()) {
        cotangents.put(i, cotangent.get());
      }
    }
    if (cotangents.isEmpty()) {
      return;
    }
    RuleContext context = new RuleContext(paths.facts(node), emit, cotangents,
        (value, part) -> contributions.computeIfAbsent(value, k -> new ArrayList<>()).add(part));
    try {
      rule.backward(context);
    } catch (RuleException e) {
      throw new GradientException("no gradient through " + node.label() + ": " + e.getMessage(), e);
    }
  }

  /** The sum of what reached a value; empty if nothing did, because only steps lie between, say. */
  private Optional<String> cotangent(String value) {
    List<String> parts = contributions.get(value);
    if (value.isEmpty() || parts == null) {
      return Optional.empty();
    }
    String sum = emit.sum(parts);
    contributions.put(value, List.of(sum));
    return Optional.of(sum);
  }

  /** The name under which a sink's cotangent leaves the graph; nothing else has it. */
  private String output(String sink) throws GradientException {
    String value;
    try {
      value = cotangent(sink).orElseGet(() -> emit.shapes().zerosLike(sink));
    } catch (RuleException e) {
      throw new GradientException("the gradient by '" + sink + "' is zero, which cannot be said: " + e.getMessage(), e);
    }
    return emit.node(NodeBuilder.of("Identity").inputs(value), graph.type(sink), prefix + "gradient/" + sink);
  }

  /** A beginning of names that no value or node of the graph has. */
  private static String freePrefix(GraphFacts graph) {
    int number = 1;
    String prefix = "loupe.gradient/";
    while (isTaken(graph, prefix)) {
      number++;
      prefix = "loupe.gradient." + number + "/";
    }
    return prefix;
  }

  private static boolean isTaken(GraphFacts graph, String prefix) {
    var g = graph.model().graph();
    return g.inputs().stream().anyMatch(i -> i.name().startsWith(prefix))
        || g.initializers().stream().anyMatch(i -> i.name().startsWith(prefix))
        || g.nodes().stream().anyMatch(
            n -> n.name().startsWith(prefix) || n.outputs().stream().anyMatch(o -> o.startsWith(prefix)));
  }
}
