/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

import java.util.List;

/**
 * Nodes that belong together and can be drawn as one.
 *
 * @param kind why they belong together
 * @param key tells it from every other item of the graph
 * @param label for a reader, as {@code encoder} or {@code block}
 * @param repeats how often the block stands here, for {@link Kind#REPEAT}; else 1
 * @param children in topological order of their first nodes
 * @param size number of nodes
 */
public record Group(Kind kind, String key, String label, int repeats, List<Item> children, int size) implements Item {
  /** Why nodes belong together. */
  public enum Kind {
    /** The whole graph. */
    ROOT,
    /** The names of the nodes say so. */
    SCOPE,
    /** The same sub-graph several times, one after the other. */
    REPEAT,
    /** One of these. */
    BLOCK,
    /** Neighbours of which there would be too many to draw. */
    RUN
  }

  public Group(Kind kind, String key, String label, int repeats, List<Item> children) {
    this(kind, key, label, repeats, List.copyOf(children), children.stream().mapToInt(Item::size).sum());
  }

  /** The label, and how often it stands here if that is more than once. */
  public String title() {
    return kind == Kind.REPEAT ? label + " \u00d7" + repeats : label;
  }

  Group withChildren(List<Item> others) {
    return new Group(kind, key, label, repeats, others);
  }
}
