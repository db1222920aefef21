/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the layers of a model can be differentiated.
 *
 * @param ruleSet id of the rule set
 * @param layers an entry for each layer of the model, in its order
 */
public record GradientCoverage(String ruleSet, List<Layer> layers) {
  /** From the best to the worst. */
  public enum Status {
    /** It lies on no way from an input to an output, or only shapes and whole numbers pass it. */
    NOT_NEEDED,
    /** Its derivative. */
    EXACT,
    /** What the rule set puts in the place of the derivative. */
    SURROGATE,
    /** It has no rule: no gradient passes it. */
    NONE
  }

  /**
   * How one layer can be differentiated.
   *
   * @param id of the layer
   * @param reason what its rule cannot do; empty if it can, or if its operator has no rule at all
   */
  public record Layer(String id, Status status, String reason) {
  }

  public GradientCoverage {
    layers = List.copyOf(layers);
  }

  /** Number of layers of each status. */
  public Map<Status, Integer> counts() {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, 0);
    }
    layers.forEach(l -> counts.merge(l.status(), 1, Integer::sum));
    return counts;
  }
}
