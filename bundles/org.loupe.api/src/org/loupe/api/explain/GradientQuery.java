/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.explain;

import java.util.List;
import org.loupe.api.model.facet.Differentiable;

/**
 * Which derivatives of the target's score a method wants.
 *
 * @param sinks what to differentiate by: names of inputs, layer ids; at least one
 * @param ruleSet id of the rule set
 * @param values outputs and layers to return from the same pass; may be empty
 */
public record GradientQuery(List<String> sinks, String ruleSet, List<String> values) {
  public GradientQuery {
    sinks = List.copyOf(sinks);
    values = List.copyOf(values);
    if (sinks.isEmpty()) {
      throw new IllegalArgumentException("a gradient needs something to differentiate by");
    }
  }

  /** The derivatives themselves, by inputs or layers. */
  public static GradientQuery by(String... sinks) {
    return new GradientQuery(List.of(sinks), Differentiable.PLAIN, List.of());
  }
}
