/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.facet.BackwardRules;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.RuleRegistry;
import org.loupe.graph.gradient.RuleSet;

/** The rule sets: the built-in ones with what bundles contribute, loaded when a rule is first asked for. */
public final class RuleSets {
  private final BackwardRules contributed;
  private RuleRegistry registry;

  public RuleSets(BackwardRules contributed) {
    this.contributed = contributed;
  }

  /** @throws LoupeException FAILED if a contributed rule cannot be loaded */
  List<String> ids() throws LoupeException {
    return registry().ids();
  }

  /** @throws LoupeException USAGE if there is no such set; as {@link #ids} */
  public RuleSet set(String id) throws LoupeException {
    RuleRegistry all = registry();
    if (!all.ids().contains(id)) {
      throw LoupeException.usage("there is no rule set '" + id + "'; there are " + String.join(", ", all.ids()));
    }
    return all.set(id);
  }

  private synchronized RuleRegistry registry() throws LoupeException {
    if (registry == null) {
      RuleRegistry all = RuleRegistry.standard();
      for (BackwardRules.Entry entry : contributed.entries()) {
        all = all.with(entry.ruleSet(), entry.domain(), entry.operator(), entry.since(),
            new ContributedRule(entry, entry.create(BackwardRule.class)));
      }
      registry = all;
    }
    return registry;
  }
}
