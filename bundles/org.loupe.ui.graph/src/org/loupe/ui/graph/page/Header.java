/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.model.Folding;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.Group;

/** The line that says how much of the graph is drawn and what is not. */
final class Header {
  private Header() {
  }

  static String of(Drawing drawing) {
    long nodes = drawing.tree().graph().nodes().stream().filter(n -> n.kind() == GraphNode.Kind.OPERATOR).count();
    long closed = drawing.boxes().stream().filter(b -> !b.open() && b.item() instanceof Group).count();
    long hidden = drawing.boxes().stream().filter(b -> !b.open() && b.item() instanceof Group)
        .mapToLong(b -> b.item().size()).sum();
    List<String> parts = new ArrayList<>();
    parts.add(closed == 0 ? NLS.bind(Messages.Header_all, number(nodes))
        : NLS.bind(closed == 1 ? Messages.Header_foldedOne : Messages.Header_folded,
            new Object[] {number(nodes), number(hidden), number(closed)}));
    long runs = drawing.tree().groups().stream().filter(g -> g.kind() == Group.Kind.RUN).count();
    if (runs > 0) {
      parts.add(NLS.bind(Messages.Header_runs, number(runs)));
    }
    int constants = drawing.tree().graph().constants();
    if (constants > 0) {
      parts.add(constants == 1 ? Messages.Header_constant : NLS.bind(Messages.Header_constants, number(constants)));
    }
    return String.join(" ", parts);
  }

  /** Why no more is opened. */
  static String tooMany() {
    return NLS.bind(Messages.Header_tooMany, number(Folding.MOST_SHOWN));
  }

  private static String number(long n) {
    return String.format("%,d", n);
  }
}
