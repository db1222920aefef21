/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

/** The ways to attribute a score, or a number made from it, to the columns of trees. */
public final class TreeShap {
  /** The most columns that interaction values are computed for: a matrix of them takes 8 MB a row. */
  public static final int MOST_INTERACTING = 1000;
  private static final int BLOCK = 128;
  private static final long BLOCK_BYTES = 16L << 20;
  private static final long TABLE_BYTES = 256L << 20;

  private TreeShap() {
  }

  /** The score that path-dependent values start from: its mean by the parts of the data at each node. */
  public static double meanByParts(FlatEnsemble ensemble) {
    double out = ensemble.base;
    for (FlatTree tree : ensemble.trees) {
      out += tree.means()[0];
    }
    return out;
  }

  /** Path-dependent Shapley values. @param ensemble with parts of the data */
  public static Attribution pathDependent(FlatEnsemble ensemble) {
    int block = block(PathWalk.memory(ensemble) + ensemble.players());
    return new WalkAttribution(ensemble, ensemble.players(), block, null, () -> new PathWalk(ensemble, block));
  }

  /** Path-dependent interaction values. @throws IllegalArgumentException in one line, for too many columns */
  public static Attribution pathDependentInteractions(FlatEnsemble ensemble) {
    int pairs = pairs(ensemble);
    int block = block(PathWalk.memory(ensemble) + pairs);
    return new InteractionAttribution(pathDependent(ensemble),
        new WalkAttribution(ensemble, pairs, block, null, () -> new PathInteractions(ensemble, block)));
  }

  /** The quick approximation along the row's way. @param ensemble with parts of the data */
  public static Attribution approximate(FlatEnsemble ensemble) {
    return new WalkAttribution(ensemble, ensemble.players(), block(ensemble.players()), null, Saabas::new);
  }

  /** Interventional Shapley values. @throws IllegalArgumentException in one line, for too large a background */
  public static Attribution interventional(FlatEnsemble ensemble, Background background) {
    for (FlatTree tree : ensemble.trees) {
      limit(LeafTables.bytes(tree) + (tree.players() > MaskWalk.MOST ? SetWalks.bytes(tree, background) : 0));
    }
    int block = block(ensemble.players());
    TableWalk.Shared shared = new TableWalk.Shared(ensemble, background, memory() / 2);
    return new WalkAttribution(ensemble, ensemble.players(), block, shared,
        () -> new TableWalk(ensemble, background, shared, block));
  }

  /** Interventional interaction values. @throws IllegalArgumentException in one line, for too much of something */
  public static Attribution interventionalInteractions(FlatEnsemble ensemble, Background background) {
    int pairs = pairs(ensemble);
    int block = block(pairs);
    limitSets(ensemble, background);
    SetWalks shared = new SetWalks(background);
    return new InteractionAttribution(interventional(ensemble, background), new WalkAttribution(ensemble, pairs, block,
        null, () -> new SetInteractions(ensemble, background, shared)));
  }

  /**
   * Interventional values of a number made from the score.
   *
   * @throws IllegalArgumentException in one line, for too large a background
   */
  public static Attribution interventional(FlatEnsemble ensemble, Background background, Output output) {
    limitSets(ensemble, background);
    limit(8L * background.rows * ensemble.players());
    return new OutputAttribution(ensemble, background, output);
  }

  private static int pairs(FlatEnsemble ensemble) {
    if (ensemble.players() > MOST_INTERACTING) {
      throw new IllegalArgumentException("interaction values of " + ensemble.players()
          + " columns are too many; trees may ask at most " + MOST_INTERACTING);
    }
    return ensemble.players() * ensemble.players();
  }

  /** Rows that are walked together. @param numbers that are kept for each */
  private static int block(long numbers) {
    return Math.clamp(BLOCK_BYTES / (8 * Math.max(1, numbers)), 1, BLOCK);
  }

  private static void limitSets(FlatEnsemble ensemble, Background background) {
    long bytes = 0;
    for (FlatTree tree : ensemble.trees) {
      bytes += SetWalks.bytes(tree, background);
    }
    limit(bytes);
  }

  private static void limit(long bytes) {
    if (bytes > memory()) {
      throw new IllegalArgumentException("the background needs " + (bytes >> 20) + " MB for these trees, and "
          + (memory() >> 20) + " MB may be taken; give a background of fewer rows");
    }
  }

  private static long memory() {
    return Math.min(2 * TABLE_BYTES, Runtime.getRuntime().maxMemory() / 4);
  }
}
