/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Nodes between the inputs and the target cannot be differentiated; tells all of them at once. */
public final class MissingRulesException extends GradientException {
  private static final long serialVersionUID = 1L;
  private static final int NAMED_NODES = 5;

  private final transient List<MissingRule> missing;

  public MissingRulesException(String ruleSet, List<MissingRule> missing) {
    super(message(ruleSet, missing));
    this.missing = List.copyOf(missing);
  }

  /** The nodes, in graph order. */
  public List<MissingRule> missing() {
    return missing;
  }

  private static String message(String ruleSet, List<MissingRule> missing) {
    Map<String, Integer> count = new LinkedHashMap<>();
    Map<String, StringJoiner> nodes = new LinkedHashMap<>();
    for (MissingRule m : missing) {
      String kind = m.node().qualifiedType() + m.reason().map(r -> " (" + r + ")").orElse("");
      if (count.merge(kind, 1, Integer::sum) <= NAMED_NODES) {
        nodes.computeIfAbsent(kind, k -> new StringJoiner(", ")).add(name(m));
      }
    }
    StringJoiner all = new StringJoiner("; ");
    count.forEach((kind, n) -> all.add(kind + ": " + nodes.get(kind)
        + (n > NAMED_NODES ? " and " + (n - NAMED_NODES) + " more" : "")));
    return "no gradient (rule set " + ruleSet + ") through " + all;
  }

  private static String name(MissingRule m) {
    String name = m.node().name();
    return name.isEmpty() ? "#" + m.node().index() + " -> " + m.node().output(0) : "'" + name + "'";
  }
}
