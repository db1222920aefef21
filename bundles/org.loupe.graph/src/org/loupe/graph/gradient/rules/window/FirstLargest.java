/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.loupe.graph.DataType;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/**
 * The winners of MaxPool in operator sets whose MaxPool does not name them: the elements of each window are laid side
 * by side, and the first of the largest has won.
 */
final class FirstLargest {
  /** Less than any number that a network computes, and still finite when it is multiplied by zero. */
  private static final float LOWEST = -3e38f;

  private FirstLargest() {
  }

  /**
   * Whether each place of each window holds the winner, [N * C, places, out...].
   *
   * @param oneForEachPlace kernels [places, 1, kernel] of which each has a one in its place
   */
  static String hits(RuleContext c, Window w, long[] in, String oneForEachPlace) {
    Emitter emit = c.emit();
    int places = Math.toIntExact(w.elements());
    List<Extent> planes = new ArrayList<>(List.of(Extent.REST, Extent.of(1)));
    Arrays.stream(in).forEach(i -> planes.add(Extent.of(i)));
    String plane = emit.shapes().reshape(c.input(0), planes);
    String padded = emit.node(NodeBuilder.of("Pad").inputs(plane).floatValue("value", LOWEST).ints("pads",
        Window.join(Window.join(new long[2], w.before()), Window.join(new long[2], w.after()))));
    String side = emit.node(NodeBuilder.of("Conv").inputs(padded, oneForEachPlace).ints("kernel_shape", w.kernel())
        .ints("strides", w.strides()).ints("dilations", w.dilations()));
    String winner = emit.node(NodeBuilder.of("ArgMax").inputs(side).intValue("axis", 1), DataType.INT64);
    List<Extent> column = new ArrayList<>(List.of(Extent.of(places)));
    Arrays.stream(in).forEach(i -> column.add(Extent.of(1)));
    return emit.equal(winner, emit.shapes().reshape(emit.wholes(NodeFacts.upTo(places)), column));
  }
}
