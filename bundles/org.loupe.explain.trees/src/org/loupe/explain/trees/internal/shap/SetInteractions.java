/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/** Interventional interaction values, as {@link PathInteractions} for the other variant. */
final class SetInteractions implements Walk {
  private final SetWalks shared;
  private final SetWalk sets;
  private final SetAttribution attribution;
  private final double share;

  SetInteractions(FlatEnsemble ensemble, Background background, SetWalks shared) {
    this.shared = shared;
    sets = new SetWalk(ensemble, background);
    attribution = new SetAttribution(ensemble);
    share = 1.0 / background.rows;
  }

  @Override
  public void add(FlatTree tree, RowBlock block, double[][] into) {
    long[] holding = shared.of(tree);
    for (int row = 0; row < block.rows; row++) {
      int at = row;
      sets.walk(tree, holding, block, row, 0, (value, other, present, a, away, b) ->
          attribution.interactions(share * value, present, a, away, b, into, at));
    }
  }
}
