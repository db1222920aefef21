/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loupe.graph.Dim;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/** Resizing that merely repeats each element a whole number of times along spatial axes. */
final class Repeats {
  private Repeats() {
  }

  /** How often elements are repeated along each spatial axis; empty if that is not all that happens. */
  static Optional<long[]> of(NodeFacts c, List<Integer> axes) {
    int spatial = c.rank(c.input(0)) - 2;
    boolean planes = spatial >= 1 && spatial <= 3 && axes.stream().allMatch(a -> a >= 2);
    if (!planes || !c.node().string("mode", "nearest").equals("nearest") || !takesNearest(c)) {
      return Optional.empty();
    }
    long[] repeats = new long[spatial];
    Arrays.fill(repeats, 1);
    for (int axis : axes) {
      long in = ((Dim.Fixed) c.dims(c.input(0)).get(axis)).size();
      long out = ((Dim.Fixed) c.dims(c.output(0)).get(axis)).size();
      if (in == 0 || out % in != 0 || !isWhole(c, axis, out / in)) {
        return Optional.empty();
      }
      repeats[axis - 2] = out / in;
    }
    return Optional.of(repeats);
  }

  /** Scales are whole, not merely rounded down to a whole size; where they are computed that is not certain. */
  private static boolean isWhole(NodeFacts c, int axis, long repeat) {
    return ResizeRule.isBySizes(c)
        || ResizeRule.scales(c).map(s -> s[ResizeRule.position(c, axis)] == repeat).orElse(false);
  }

  /** Whether each of the copies is nearest to the element that it copies, by the coordinates and the rounding. */
  private static boolean takesNearest(NodeFacts c) {
    if (c.node().is("Upsample") || c.opset() < 11) {
      return true;
    }
    String coordinates = c.node().string("coordinate_transformation_mode", "half_pixel");
    String rounding = c.node().string("nearest_mode", "round_prefer_floor");
    return coordinates.equals("asymmetric") ? rounding.equals("floor")
        : coordinates.equals("half_pixel") && Set.of("round_prefer_floor", "round_prefer_ceil").contains(rounding);
  }

  static String sum(RuleContext c, long[] repeats) {
    if (Arrays.stream(repeats).allMatch(r -> r == 1)) {
      return c.cotangent();
    }
    long copies = Arrays.stream(repeats).reduce(1, Math::multiplyExact);
    String mean = c.emit().node(NodeBuilder.of("AveragePool").inputs(c.cotangent()).ints("kernel_shape", repeats)
        .ints("strides", repeats));
    return c.emit().mul(mean, copies);
  }
}
