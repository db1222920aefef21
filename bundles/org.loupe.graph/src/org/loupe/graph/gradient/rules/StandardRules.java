/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules;

import java.util.List;
import org.loupe.graph.gradient.RuleRegistry;
import org.loupe.graph.gradient.RuleSet;
import org.loupe.graph.gradient.rules.elementwise.ActivationRules;
import org.loupe.graph.gradient.rules.elementwise.ArithmeticRules;
import org.loupe.graph.gradient.rules.elementwise.FunctionRules;
import org.loupe.graph.gradient.rules.elementwise.RectifierRules;
import org.loupe.graph.gradient.rules.linear.LinearRules;
import org.loupe.graph.gradient.rules.movement.MovementRules;
import org.loupe.graph.gradient.rules.norm.NormRules;
import org.loupe.graph.gradient.rules.reduce.ReduceRules;
import org.loupe.graph.gradient.rules.window.GlobalPoolRules;

/** The rule sets that are built in. */
public final class StandardRules {
  private StandardRules() {
  }

  /** The sets plain, guided and deconvnet. */
  public static List<RuleSet> sets() {
    RuleSet.Builder plain = RuleSet.named(RuleRegistry.PLAIN);
    FunctionRules.register(plain);
    ActivationRules.register(plain);
    RectifierRules.register(plain);
    ArithmeticRules.register(plain);
    LinearRules.register(plain);
    GlobalPoolRules.register(plain);
    NormRules.register(plain);
    ReduceRules.register(plain);
    MovementRules.register(plain);
    RuleSet.Builder guided = RuleSet.named(RuleRegistry.GUIDED);
    RectifierRules.registerGuided(guided);
    RuleSet.Builder deconvnet = RuleSet.named(RuleRegistry.DECONVNET);
    RectifierRules.registerDeconvnet(deconvnet);
    return List.of(plain.build(), guided.build(), deconvnet.build());
  }
}
