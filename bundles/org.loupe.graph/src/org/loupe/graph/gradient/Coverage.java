/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;

/**
 * Which nodes of a model a rule set can differentiate.
 *
 * @param ruleSet name of the rule set
 * @param nodes what holds for each node of the model's graph, in graph order; a node that calls a function of the model
 *     has the worst that holds within the function
 */
public record Coverage(String ruleSet, List<Entry> nodes) {
  /** From the best to the worst. */
  public enum Status {
    /** The node does not lie on the way from an input to an output, or only shapes and whole numbers pass it. */
    NOT_NEEDED,
    /** The rule is the derivative. */
    EXACT,
    /** The rule puts something else in the place of the derivative, as the method wants it. */
    SURROGATE,
    /** There is no rule, or it cannot do this node. */
    NONE
  }

  /** @param reason what the rule cannot do; empty if it can, or if the operator has no rule at all */
  public record Entry(Node node, Status status, Optional<String> reason) {
  }

  public Coverage {
    nodes = List.copyOf(nodes);
  }

  /** The coverage for gradients of all floating-point outputs by all floating-point inputs. */
  public static Coverage of(OnnxModel model, ShapeFacts shapes, RuleSet rules) throws IOException, GradientException {
    List<String> sources = model.graph().outputs().stream().map(ValueInfo::name).toList();
    List<String> sinks = model.graph().requiredInputs().stream().map(ValueInfo::name).toList();
    return of(model, shapes, rules, sources, sinks);
  }

  /** The coverage for a gradient. */
  public static Coverage of(OnnxModel model, ShapeFacts shapes, RuleSet rules, GradientRequest request)
      throws IOException, GradientException {
    return of(model, shapes, rules, request.sources(), request.sinks());
  }

  private static Coverage of(OnnxModel model, ShapeFacts shapes, RuleSet rules, List<String> sources,
      List<String> sinks) throws IOException, GradientException {
    FunctionInliner.Inlined inlined = FunctionInliner.inline(model);
    Entry[] entries = new Entry[model.graph().nodes().size()];
    Arrays.setAll(entries, i -> new Entry(model.graph().nodes().get(i), Status.NOT_NEEDED, Optional.empty()));
    try {
      GraphFacts graph = new GraphFacts(inlined.model(), shapes);
      RuleChoice choice = new RuleChoice(graph, rules);
      GradientPaths paths = GradientPaths.of(graph, rules, sources.stream().filter(graph::isFloating).toList(),
          sinks.stream().filter(graph::isFloating).toList());
      for (Node node : paths.backwards()) {
        int at = inlined.origin(node);
        Entry entry = entry(choice, paths.facts(node), entries[at].node());
        entries[at] = entry.status().compareTo(entries[at].status()) > 0 ? entry : entries[at];
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Coverage(rules.id(), Arrays.asList(entries));
  }

  private static Entry entry(RuleChoice choice, NodeFacts facts, Node shown) {
    Optional<BackwardRule> rule = choice.rule(facts.node());
    Optional<String> refusal = rule.flatMap(r -> choice.refusal(r, facts));
    if (rule.isEmpty() || refusal.isPresent()) {
      return new Entry(shown, Status.NONE, refusal);
    }
    return new Entry(shown, rule.get().isExact() ? Status.EXACT : Status.SURROGATE, Optional.empty());
  }

  /** Number of nodes of each status. */
  public Map<Status, Integer> counts() {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (Status s : Status.values()) {
      counts.put(s, 0);
    }
    nodes.forEach(e -> counts.merge(e.status(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** The nodes that cannot be differentiated. */
  public List<Entry> missing() {
    return nodes.stream().filter(e -> e.status() == Status.NONE).toList();
  }

  /** Whether everything that has to be can be differentiated. */
  public boolean isComplete() {
    return missing().isEmpty();
  }

  /** The status of each operator, the worst of its nodes. */
  public Map<String, Status> byOperator() {
    Map<String, Status> worst = new HashMap<>();
    for (Entry e : nodes) {
      worst.merge(e.node().qualifiedType(), e.status(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
    return worst;
  }
}
