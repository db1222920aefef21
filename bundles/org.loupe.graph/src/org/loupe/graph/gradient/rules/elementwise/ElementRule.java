/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.elementwise;

import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.RuleContext;

/** The rule of a function of one number, applied to every element of the first input. */
@FunctionalInterface
interface ElementRule extends BackwardRule {
  /** What a derivative may be made of. */
  record Element(RuleContext context, Emitter emit, String cotangent, String x, String y) {
    float attribute(String name, double byDefault) {
      return context.node().floatValue(name, (float) byDefault);
    }
  }

  /** The cotangent of the input. */
  String input(Element e);

  @Override
  default void backward(RuleContext c) {
    c.give(0, input(new Element(c, c.emit(), c.cotangent(), c.input(0), c.output(0))));
  }
}
