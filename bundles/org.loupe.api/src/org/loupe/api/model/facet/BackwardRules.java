/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.List;
import org.loupe.api.LoupeException;

/**
 * The rules that bundles contribute to {@code org.loupe.api.backwardRules}, handed to loaders by whoever opens a model.
 * What a rule is, the engine says: those of the operator graph are
 * {@code org.loupe.graph.gradient.BackwardRule}.
 */
@FunctionalInterface
public interface BackwardRules {
  /** None but the engine's own. */
  BackwardRules NONE = List::of;

  /** One contributed rule; nothing of its code is loaded before it is created. */
  interface Entry {
    /** Symbolic name of the bundle. */
    String bundle();

    /** Id of the rule set, as {@link Differentiable#PLAIN}; a set that is not there yet is made. */
    String ruleSet();

    /** Domain of the operator; empty for the standard one. */
    String domain();

    /** Name of the operator. */
    String operator();

    /** Version of the domain's operator set from which on the rule holds, at least 1. */
    long since();

    /** Loads it. @throws LoupeException FAILED, naming the bundle, if it cannot be made or is of another type */
    <T> T create(Class<T> type) throws LoupeException;
  }

  /** In the order in which they take precedence, the last one first. */
  List<Entry> entries();
}
