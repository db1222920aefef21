/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.explain.trees.internal.shap.Attribution;
import org.loupe.explain.trees.internal.shap.Background;
import org.loupe.explain.trees.internal.shap.FlatEnsemble;
import org.loupe.explain.trees.internal.shap.TreeShap;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Shapley values of the ensembles and rows that {@code tree_speed.py} exports, which runs this beside its peers.
 * Forests compare single-precision values.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TreeShapBenchmark {
  @Param("")
  String folder;
  /** File name of an ensemble, and the variant. */
  @Param({"boosted path-dependent", "forest path-dependent", "forest interventional"})
  String work;
  private double[] rows;
  private double[] out;
  private int columns;
  private TreeEnsemble ensemble;
  private double[] background;

  @Setup
  public void read() throws IOException {
    String name = work.split(" ")[0];
    Tensor table = NpyReader.read(Path.of(folder, name + "_rows.npy"));
    columns = (int) table.shape().dim(1);
    rows = table.toDoubles();
    if (name.equals("forest")) {
      Arrays.setAll(rows, i -> (float) rows[i]);
    }
    background = Arrays.copyOf(rows, 100 * columns);
    ensemble = ensemble(Path.of(folder, name + ".txt"));
    out = new double[rows.length];
  }

  /** All that a call does: trees made ready, the background counted, rows explained. */
  @Benchmark
  public double[] explain() {
    FlatEnsemble flat = FlatEnsemble.of(ensemble, new double[] {1});
    Attribution how = work.endsWith("interventional")
        ? TreeShap.interventional(flat, new Background(flat, background, columns, 100))
        : TreeShap.pathDependent(flat);
    how.explain(rows, columns, 0, rows.length / columns, out, () -> { });
    return out;
  }

  /** Leaves the values to the script, which compares them. */
  @TearDown
  public void write() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 * out.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(out);
    Files.write(Path.of(folder, work + ".values"), bytes.array());
  }

  /** Trees as lines: a count of nodes, then of each column (-1 for a leaf), threshold, children, cover and value. */
  private TreeEnsemble ensemble(Path file) throws IOException {
    List<Tree> trees = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int nodes = Integer.parseInt(line);
        Tree.Builder tree = Tree.builder(nodes, 0);
        for (int node = 0; node < nodes; node++) {
          String[] part = reader.readLine().split(" ");
          int column = Integer.parseInt(part[0]);
          if (column < 0) {
            tree.leaf(node, Double.parseDouble(part[5]));
          } else {
            tree.split(node, column, Tree.Test.LESS_OR_EQUAL, Double.parseDouble(part[1]), Integer.parseInt(part[2]),
                Integer.parseInt(part[3]));
          }
          tree.cover(node, Double.parseDouble(part[4]));
        }
        trees.add(tree.build());
      }
    }
    List<TreeColumn> names = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      names.add(TreeColumn.plain("f" + c, "x", c));
    }
    return new TreeEnsemble("x", names, List.of("y"), List.of(0.0), trees, Link.IDENTITY, false, "");
  }
}
