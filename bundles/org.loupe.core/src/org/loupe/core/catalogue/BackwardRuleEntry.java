/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import org.loupe.api.LoupeException;
import org.loupe.api.model.facet.BackwardRules;
import org.loupe.api.model.facet.Differentiable;

/** A contributed rule of how an operator is differentiated. */
public final class BackwardRuleEntry extends Entry implements BackwardRules.Entry {
  BackwardRuleEntry(Contribution contribution) {
    super(contribution);
  }

  @Override
  public String ruleSet() {
    String id = contribution().attribute("ruleSet").strip();
    return id.isEmpty() ? Differentiable.PLAIN : id;
  }

  @Override
  public String domain() {
    String domain = contribution().attribute("domain").strip();
    return domain.equals("ai.onnx") ? "" : domain;
  }

  @Override
  public String operator() {
    return contribution().attribute("operator").strip();
  }

  @Override
  public long since() {
    return Math.max(1, number("since"));
  }

  @Override
  public <T> T create(Class<T> type) throws LoupeException {
    return instance(type);
  }
}
