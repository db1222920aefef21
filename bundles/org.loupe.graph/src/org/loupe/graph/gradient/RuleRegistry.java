/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.graph.gradient.rules.StandardRules;

/**
 * The rule sets there are: the built-in ones, and what others contribute to them. Every set but {@code plain} takes
 * what it does not swap from {@code plain}. Immutable.
 */
public final class RuleRegistry {
  /** The set of the derivatives. */
  public static final String PLAIN = "plain";
  /** Guided backpropagation: where a rectifier is, negative cotangents are dropped as well. */
  public static final String GUIDED = "guided";
  /** Deconvolution: where a rectifier is, the cotangent is rectified and nothing else. */
  public static final String DECONVNET = "deconvnet";

  private static final RuleRegistry STANDARD = new RuleRegistry(standardSets());

  private final Map<String, RuleSet> sets;

  private RuleRegistry(Map<String, RuleSet> sets) {
    RuleSet plain = sets.get(PLAIN);
    Map<String, RuleSet> based = new LinkedHashMap<>();
    sets.forEach((id, set) -> based.put(id, set == plain ? set : set.on(plain)));
    this.sets = based;
  }

  private static Map<String, RuleSet> standardSets() {
    Map<String, RuleSet> sets = new LinkedHashMap<>();
    for (RuleSet set : StandardRules.sets()) {
      sets.put(set.id(), set);
    }
    return sets;
  }

  /** The built-in sets. */
  public static RuleRegistry standard() {
    return STANDARD;
  }

  /** Names of the sets, {@code plain} first. */
  public List<String> ids() {
    return new ArrayList<>(sets.keySet());
  }

  /** The set of a name. @throws IllegalArgumentException if there is none, with the names there are */
  public RuleSet set(String id) {
    RuleSet set = sets.get(id);
    if (set == null) {
      throw new IllegalArgumentException("there is no rule set '" + id + "', only " + String.join(", ", ids()));
    }
    return set;
  }

  /**
   * These sets with one more rule; it goes before one for the same operator and version. A set that is not there yet is
   * made.
   *
   * @param domain the operator's domain, empty for the standard one
   * @param since the operator set from which on the rule holds
   */
  public RuleRegistry with(String set, String domain, String operator, long since, BackwardRule rule) {
    Map<String, RuleSet> copy = new LinkedHashMap<>(sets);
    RuleSet there = copy.computeIfAbsent(set, id -> RuleSet.named(id).build());
    copy.put(set, there.with(domain, operator, since, rule));
    return new RuleRegistry(copy);
  }
}
