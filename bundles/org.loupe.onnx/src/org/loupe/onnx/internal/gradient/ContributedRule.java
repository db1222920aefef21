/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.Optional;
import org.loupe.api.model.facet.BackwardRules;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleException;

/** A rule of another bundle: what goes wrong in it names the bundle. */
record ContributedRule(BackwardRules.Entry entry, BackwardRule rule) implements BackwardRule {
  @Override
  public void backward(RuleContext context) {
    try {
      rule.backward(context);
    } catch (RuleException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw failure(e);
    }
  }

  @Override
  public Optional<String> refusal(NodeFacts node) {
    try {
      return rule.refusal(node);
    } catch (RuleException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw failure(e);
    }
  }

  @Override
  public boolean isExact() {
    return rule.isExact();
  }

  private RuleException failure(Throwable e) {
    return new RuleException("the rule for " + entry.operator() + " of bundle " + entry.bundle() + " failed with "
        + e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
  }
}
