/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Attributions that are sums over the trees, found by walks of blocks of rows. */
final class WalkAttribution implements Attribution {
  private final FlatEnsemble ensemble;
  private final int width;
  private final int block;
  private final Prepared prepared;
  private final Supplier<Walk> make;
  private final Queue<Walk> idle = new ConcurrentLinkedQueue<>();

  /** What walks of some trees need, made before them. */
  interface Prepared {
    /** Runs of trees that are made ready together, in order; as the indices of their ends. */
    List<Integer> ends();

    /** Makes trees ready; what was ready before may go. */
    void ready(int from, int to, Runnable pulse);
  }

  /** @param block rows that are walked together @param prepared null if nothing is needed */
  WalkAttribution(FlatEnsemble ensemble, int width, int block, Prepared prepared, Supplier<Walk> make) {
    this.ensemble = ensemble;
    this.width = width;
    this.block = block;
    this.prepared = prepared;
    this.make = make;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void explain(double[] table, int columns, int first, int rows, double[] out, Runnable pulse) {
    int blocks = (rows + block - 1) / block;
    if (prepared == null || prepared.ends().size() == 1) {
      if (prepared != null) {
        prepared.ready(0, ensemble.trees.size(), pulse);
      }
      each(blocks, b -> store(b, walked(b, block(table, columns, b, rows), empty(b, rows), 0, ensemble.trees.size(),
          pulse), out));
      return;
    }
    RowBlock[] of = new RowBlock[blocks];
    double[][][] sums = new double[blocks][][];
    each(blocks, b -> {
      of[b] = block(table, columns, b, rows);
      sums[b] = empty(b, rows);
    });
    int from = 0;
    for (int to : prepared.ends()) {
      int start = from;
      prepared.ready(start, to, pulse);
      each(blocks, b -> walked(b, of[b], sums[b], start, to, pulse));
      from = to;
    }
    each(blocks, b -> store(b, sums[b], out));
  }

  private interface Step {
    void run(int block);
  }

  private static void each(int blocks, Step step) {
    IntStream.range(0, blocks).parallel().forEach(step::run);
  }

  private RowBlock block(double[] table, int columns, int b, int rows) {
    return ensemble.block(table, columns, b * block, Math.min(block, rows - b * block));
  }

  private double[][] empty(int b, int rows) {
    return new double[width][Math.min(block, rows - b * block)];
  }

  private double[][] walked(int b, RowBlock rows, double[][] sums, int from, int to, Runnable pulse) {
    Walk walk = idle.poll();
    if (walk == null) {
      walk = make.get();
    }
    for (int t = from; t < to; t++) {
      if ((t - from) % 16 == 0) {
        pulse.run();
      }
      walk.add(ensemble.trees.get(t), rows, sums);
    }
    idle.add(walk);
    return sums;
  }

  private void store(int b, double[][] sums, double[] out) {
    for (int i = 0; i < width; i++) {
      for (int row = 0; row < sums[i].length; row++) {
        out[(b * block + row) * width + i] = sums[i][row];
      }
    }
  }
}
