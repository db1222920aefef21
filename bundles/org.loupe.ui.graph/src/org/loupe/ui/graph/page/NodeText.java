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
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.Group;

/** What a box is, in words. */
final class NodeText {
  private NodeText() {
  }

  /** Some lines. @param colour what its colour means; empty if that is not known */
  static String of(Box box, String colour) {
    List<String> lines = new ArrayList<>();
    if (box.item() instanceof Group g) {
      lines.add(g.title());
      lines.add(NLS.bind(box.open() ? Messages.NodeText_open : Messages.NodeText_closed,
          String.format("%,d", g.size())));
    } else {
      GraphNode n = (GraphNode) box.item();
      lines.add(switch (n.kind()) {
        case INPUT -> NLS.bind(Messages.NodeText_input, n.name());
        case OUTPUT -> NLS.bind(Messages.NodeText_output, n.name());
        case OPERATOR -> n.operator() + "  " + n.name();
      });
      if (!n.shape().isEmpty()) {
        lines.add(NLS.bind(Messages.NodeText_shape, n.shape()));
      }
      if (n.layers().size() > 1 || !n.id().equals(n.name())) {
        n.layers().forEach(l -> lines.add(NLS.bind(Messages.NodeText_layer, l)));
      }
    }
    if (!colour.isEmpty()) {
      lines.add(colour);
    }
    return String.join("\n", lines).replace("&", "&&");
  }
}
