/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sets of background rows that {@link SetWalk} needs for each tree. */
final class SetWalks {
  private final Background background;
  private final Map<FlatTree, long[]> sets = new ConcurrentHashMap<>();

  SetWalks(Background background) {
    this.background = background;
  }

  /** Bytes that the sets of a tree take. */
  static long bytes(FlatTree tree, Background background) {
    return 8L * tree.size() * background.words;
  }

  long[] of(FlatTree tree) {
    return sets.computeIfAbsent(tree, background::holding);
  }

  void forget(FlatTree tree) {
    sets.remove(tree);
  }
}
