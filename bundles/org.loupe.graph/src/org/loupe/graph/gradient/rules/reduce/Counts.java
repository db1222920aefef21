/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.reduce;

import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.RuleContext;

/** How many elements are reduced to one. */
public final class Counts {
  private Counts() {
  }

  /** A value divided by the number of elements of the node's first input along axes, which is 1 in its output. */
  public static String divide(RuleContext c, String value, int... axes) {
    Emitter emit = c.emit();
    long count = 1;
    for (int axis : axes) {
      if (c.dims(c.input(0)).get(axis) instanceof Dim.Fixed f) {
        count = Math.multiplyExact(count, f.size());
      } else {
        return emit.div(value, whenRun(c, value));
      }
    }
    return emit.mul(value, 1.0 / count);
  }

  private static String whenRun(RuleContext c, String like) {
    Emitter emit = c.emit();
    String all = emit.node(NodeBuilder.of("Size").inputs(c.input(0)), DataType.INT64);
    String left = emit.node(NodeBuilder.of("Size").inputs(c.output(0)), DataType.INT64);
    return emit.cast(emit.div(all, left), emit.type(like));
  }
}
