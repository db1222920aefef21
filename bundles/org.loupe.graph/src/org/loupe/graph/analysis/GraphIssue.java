/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

/**
 * Something wrong with the structure of a graph.
 *
 * @param message one line: what, where
 * @param node how the node concerned is called, empty if none
 * @param value the value concerned, empty if none
 */
public record GraphIssue(Kind kind, String message, String node, String value) {
  /** What is wrong. */
  public enum Kind {
    DUPLICATE_VALUE(true), UNDEFINED_INPUT(true), CYCLE(true), MISSING_OUTPUT(true), NO_OUTPUTS(true), NO_OPSET(true),
    /** Legal for some runtimes only. */
    NOT_SORTED(false), DUPLICATE_NODE_NAME(false);

    private final boolean error;

    Kind(boolean error) {
      this.error = error;
    }

    /** Whether the graph cannot be run; else it is unusual but harmless. */
    public boolean isError() {
      return error;
    }
  }
}
