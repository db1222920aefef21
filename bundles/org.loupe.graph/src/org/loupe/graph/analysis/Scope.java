/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

import java.util.Arrays;
import java.util.List;
import org.loupe.graph.Node;

/** The modules that a node belongs to, as exporters write them into its name: {@code /layer1/conv1/Conv}. */
public final class Scope {
  private Scope() {
  }

  /** Modules from the outermost to the innermost, {@code [layer1, conv1]}; empty if the name tells none. */
  public static List<String> of(Node node) {
    List<String> parts = Arrays.stream(node.name().split("/")).filter(p -> !p.isBlank()).toList();
    return parts.isEmpty() ? parts : parts.subList(0, parts.size() - 1);
  }
}
