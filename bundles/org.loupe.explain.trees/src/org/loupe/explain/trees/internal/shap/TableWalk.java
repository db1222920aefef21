/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Interventional Shapley values: leaves behind few columns by {@link LeafTables}, others by {@link SetWalk}. Source: S.
 * Lundberg et al., 2020, algorithm 3, for what the values are.
 */
final class TableWalk implements Walk {
  private final Shared shared;
  private final MaskWalk masks;
  private final SetWalk sets;
  private final SetAttribution attribution;

  /** Tables and sets, for all threads. */
  static final class Shared implements WalkAttribution.Prepared {
    private final FlatEnsemble ensemble;
    private final Background background;
    private final SetWalks sets;
    private final Map<FlatTree, LeafTables> tables = new ConcurrentHashMap<>();
    private final List<Integer> ends = new ArrayList<>();

    /** @param memory bytes that tables may take together, unless those of one tree take more */
    Shared(FlatEnsemble ensemble, Background background, long memory) {
      this.ensemble = ensemble;
      this.background = background;
      sets = new SetWalks(background);
      long taken = 0;
      for (int t = 0; t < ensemble.trees.size(); t++) {
        FlatTree tree = ensemble.trees.get(t);
        long bytes = LeafTables.bytes(tree)
            + (tree.players() > MaskWalk.MOST ? SetWalks.bytes(tree, background) : 0);
        if (t > 0 && taken + bytes > memory) {
          ends.add(t);
          taken = 0;
        }
        taken += bytes;
      }
      ends.add(ensemble.trees.size());
    }

    @Override
    public List<Integer> ends() {
      return ends;
    }

    @Override
    public void ready(int from, int to, Runnable pulse) {
      Set<FlatTree> wanted = new HashSet<>(ensemble.trees.subList(from, to));
      tables.keySet().stream().filter(t -> !wanted.contains(t)).toList().forEach(t -> {
        tables.remove(t);
        sets.forget(t);
      });
      IntStream.range(from, to).parallel().forEach(t -> {
        pulse.run();
        tables.computeIfAbsent(ensemble.trees.get(t),
            tree -> LeafTables.of(tree, background.blocks, new MaskWalk(ensemble, Background.BLOCK)));
      });
    }
  }

  /** @param most rows in a block */
  TableWalk(FlatEnsemble ensemble, Background background, Shared shared, int most) {
    this.shared = shared;
    masks = new MaskWalk(ensemble, most);
    sets = new SetWalk(ensemble, background);
    attribution = new SetAttribution(ensemble);
  }

  @Override
  public void add(FlatTree tree, RowBlock block, double[][] into) {
    LeafTables tables = shared.tables.get(tree);
    masks.walk(tree, block, (node, players, count, of, rows) -> tables.add(node, players, count, of, rows, into));
    if (tree.players() > MaskWalk.MOST) {
      double share = 1.0 / shared.background.rows;
      long[] holding = shared.sets.of(tree);
      for (int row = 0; row < block.rows; row++) {
        int at = row;
        sets.walk(tree, holding, block, row, MaskWalk.MOST + 1, (value, other, present, a, away, b) ->
            attribution.values(share * value, present, a, away, b, into, at));
      }
    }
  }
}
