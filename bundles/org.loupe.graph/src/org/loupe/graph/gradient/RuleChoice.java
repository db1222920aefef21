/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.Node;

/** Chooses the rule for each node. */
final class RuleChoice {
  private final GraphFacts graph;
  private final RuleSet rules;

  RuleChoice(GraphFacts graph, RuleSet rules) {
    this.graph = graph;
    this.rules = rules;
  }

  Optional<BackwardRule> rule(Node node) {
    boolean standard = node.domain().isEmpty() || node.domain().equals("ai.onnx");
    return rules.rule(node, standard ? graph.opset() : graph.model().opset(node.domain()).orElse(1));
  }

  /**
   * Why a rule cannot do a node; empty if it can. The rule is tried, so that what it finds out only when it works, such
   * as an operator that the operator set lacks, is known before anything is built.
   */
  Optional<String> refusal(BackwardRule rule, NodeFacts facts) {
    Emitter trial = new Emitter(graph, "trial/");
    Map<Integer, String> cotangents = new HashMap<>();
    for (int i = 0; i < facts.node().outputs().size(); i++) {
      if (facts.flows(i)) {
        cotangents.put(i, "trial cotangent " + i);
        trial.declare(cotangents.get(i), graph.type(facts.output(i)));
      }
    }
    try {
      Optional<String> reason = rule.refusal(facts);
      if (reason.isEmpty()) {
        rule.backward(new RuleContext(facts, trial, cotangents, (input, value) -> { }));
      }
      return reason;
    } catch (RuleException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** The rules for all nodes on the paths. @throws MissingRulesException if some have none */
  Map<Node, BackwardRule> require(GradientPaths paths) throws MissingRulesException {
    Map<Node, BackwardRule> chosen = new IdentityHashMap<>();
    List<MissingRule> missing = new ArrayList<>();
    for (Node node : paths.backwards().reversed()) {
      Optional<BackwardRule> rule = rule(node);
      Optional<String> refusal = rule.flatMap(r -> refusal(r, paths.facts(node)));
      if (rule.isEmpty() || refusal.isPresent()) {
        missing.add(new MissingRule(node, refusal));
      } else {
        chosen.put(node, rule.get());
      }
    }
    if (!missing.isEmpty()) {
      throw new MissingRulesException(rules.id(), missing);
    }
    return chosen;
  }
}
