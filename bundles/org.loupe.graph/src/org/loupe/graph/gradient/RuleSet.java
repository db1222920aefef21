/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.loupe.graph.Node;

/**
 * Backward rules by operator, under a name: {@code plain} holds the derivatives, other sets swap some of them and take
 * the rest from {@code plain}. Immutable.
 */
public final class RuleSet {
  private record Operator(String domain, String name) {
  }

  private final String id;
  private final RuleSet base;
  private final Map<Operator, NavigableMap<Long, BackwardRule>> rules;

  private RuleSet(String id, RuleSet base, Map<Operator, NavigableMap<Long, BackwardRule>> rules) {
    this.id = id;
    this.base = base;
    this.rules = rules;
  }

  public static Builder named(String id) {
    return new Builder(id);
  }

  public String id() {
    return id;
  }

  /** The rule for a node in an operator set, empty if there is none. */
  public Optional<BackwardRule> rule(Node node, long opset) {
    String domain = node.domain().equals("ai.onnx") ? "" : node.domain();
    NavigableMap<Long, BackwardRule> versions = rules.get(new Operator(domain, node.opType()));
    Map.Entry<Long, BackwardRule> found = versions == null ? null : versions.floorEntry(opset);
    if (found != null) {
      return Optional.of(found.getValue());
    }
    return base == null ? Optional.empty() : base.rule(node, opset);
  }

  /** The operators that have a rule, those of other domains with their domain in front. */
  public Set<String> operators() {
    Set<String> names = base == null ? new TreeSet<>() : base.operators();
    rules.keySet().forEach(o -> names.add(o.domain().isEmpty() ? o.name() : o.domain() + "." + o.name()));
    return names;
  }

  /** Whether this set has a rule of its own, in any version, for a node's operator instead of the derivative. */
  boolean swaps(Node node) {
    return base != null && rules.containsKey(new Operator(node.domain(), node.opType()));
  }

  /** This set's own rules with those of another set behind them. */
  RuleSet on(RuleSet other) {
    return new RuleSet(id, other, rules);
  }

  /** A copy with one more rule, which goes before one that is there. */
  RuleSet with(String domain, String operator, long since, BackwardRule rule) {
    Builder copy = new Builder(id);
    rules.forEach((key, versions) -> copy.rules.put(key, new TreeMap<>(versions)));
    return copy.rule(domain, operator, since, rule).build().on(base);
  }

  /** Collects the rules of a set. */
  public static final class Builder {
    private final String id;
    private final Map<Operator, NavigableMap<Long, BackwardRule>> rules = new HashMap<>();

    private Builder(String id) {
      this.id = id;
    }

    /** A rule for a standard operator in all operator sets. */
    public Builder rule(String operator, BackwardRule rule) {
      return rule("", operator, 1, rule);
    }

    /** A rule for an operator from a version of its domain's operator set on, until another rule's version. */
    public Builder rule(String domain, String operator, long since, BackwardRule rule) {
      rules.computeIfAbsent(new Operator(domain, operator), k -> new TreeMap<>()).put(since, rule);
      return this;
    }

    public RuleSet build() {
      Map<Operator, NavigableMap<Long, BackwardRule>> copy = new HashMap<>();
      rules.forEach((key, versions) -> copy.put(key, new TreeMap<>(versions)));
      return new RuleSet(id, null, copy);
    }
  }
}
