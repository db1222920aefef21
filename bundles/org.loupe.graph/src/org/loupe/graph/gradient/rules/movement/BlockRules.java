/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.List;
import org.loupe.graph.Dim;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleException;
import org.loupe.graph.gradient.ShapeEmitter;

/** Rules of DepthToSpace and SpaceToDepth, which undo each other. */
final class BlockRules {
  private BlockRules() {
  }

  static void depthToSpace(RuleContext c) {
    long block = c.node().intValue("blocksize", 1);
    if (c.node().string("mode", "DCR").equals("DCR")) {
      c.give(0, c.emit().node(NodeBuilder.of("SpaceToDepth").inputs(c.cotangent()).intValue("blocksize", block)));
      return;
    }
    ShapeEmitter shapes = c.emit().shapes();
    List<Dim> in = c.dims(c.input(0));
    if (!(in.get(1) instanceof Dim.Fixed channels)) {
      throw new RuleException("the number of channels is not known");
    }
    String split = c.emit().op("Reshape", c.cotangent(), shapes.vector(List.of(Extent.REST,
        Extent.of(channels.size() / (block * block)), shapes.extent(c.input(0), 2), Extent.of(block),
        shapes.extent(c.input(0), 3), Extent.of(block))));
    c.give(0, shapes.reshapeLike(shapes.transpose(split, 0, 1, 3, 5, 2, 4), c.input(0)));
  }

  static void spaceToDepth(RuleContext c) {
    c.give(0, c.emit().node(NodeBuilder.of("DepthToSpace").inputs(c.cotangent())
        .intValue("blocksize", c.node().intValue("blocksize", 1))));
  }
}
