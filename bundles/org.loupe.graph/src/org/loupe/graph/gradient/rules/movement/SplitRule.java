/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.ArrayList;
import java.util.List;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/** Split: the parts' cotangents in a row; zeros for parts that do not lead to the target. */
final class SplitRule implements BackwardRule {
  @Override
  public void backward(RuleContext c) {
    int axis = NodeFacts.axis(c.node().intValue("axis", 0), c.rank(c.input(0)));
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < c.node().outputs().size(); i++) {
      String part = c.output(i);
      parts.add(c.cotangent(i).orElseGet(() -> c.emit().shapes().zerosLike(part)));
    }
    c.give(0, parts.size() == 1 ? parts.get(0) : c.emit().shapes().concat(axis, parts));
  }
}
