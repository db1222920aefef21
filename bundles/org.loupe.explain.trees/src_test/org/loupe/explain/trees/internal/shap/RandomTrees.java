/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal.shap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;

/** Small ensembles and rows by chance, with every kind of test, missing values, and columns that are asked again. */
public final class RandomTrees {
  private final Random random;
  private final int columns;
  private final int outputs;
  private final int depth;
  private Tree.Builder builder;
  private int next;

  RandomTrees(long seed, int columns, int outputs, int depth) {
    random = new Random(seed);
    this.columns = columns;
    this.outputs = outputs;
    this.depth = depth;
  }

  TreeEnsemble ensemble(int trees, boolean covers) {
    List<TreeColumn> names = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      names.add(TreeColumn.plain("f" + c, "x", c));
    }
    List<String> classes = new ArrayList<>();
    List<Double> base = new ArrayList<>();
    for (int o = 0; o < outputs; o++) {
      classes.add("class " + o);
      base.add(random.nextGaussian());
    }
    List<Tree> list = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      list.add(tree(covers, random.nextInt(depth + 1)));
    }
    return new TreeEnsemble("x", names, classes, base, list, Link.IDENTITY, random.nextBoolean(), "");
  }

  private Tree tree(boolean covers, int levels) {
    boolean multi = outputs > 1 && random.nextBoolean();
    int[] to = multi ? java.util.stream.IntStream.range(0, outputs).toArray() : new int[] {random.nextInt(outputs)};
    long shape = random.nextLong();
    builder = Tree.builder(count(levels, new Random(shape)), to);
    next = 1;
    fill(0, levels, new Random(shape), to.length, covers, random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(40));
    return builder.build();
  }

  /** How many nodes the same choices make. */
  private int count(int levels, Random shape) {
    if (levels == 0 || shape.nextInt(6) == 0) {
      return 1;
    }
    return 1 + count(levels - 1, shape) + count(levels - 1, shape);
  }

  private void fill(int node, int levels, Random shape, int values, boolean covers, int amount) {
    int cover = node == 0 ? Math.max(1, amount) : amount;
    if (covers) {
      builder.cover(node, cover);
    }
    if (levels == 0 || shape.nextInt(6) == 0) {
      double[] leaf = random.doubles(values, -3, 3).toArray();
      builder.leaf(node, leaf);
      return;
    }
    int yes = next++;
    int left = random.nextInt(cover + 1);
    int no = next++;
    int column = random.nextInt(columns);
    switch (random.nextInt(6)) {
      case 0 -> {
        BitSet set = new BitSet();
        for (int code = 0; code < 4; code++) {
          set.set(code, random.nextBoolean());
        }
        builder.split(node, column, set, yes, no);
      }
      case 1 -> builder.split(node, column, Tree.Test.EQUAL, random.nextInt(4), yes, no);
      case 2, 3 -> builder.split(node, column, Tree.Test.LESS, threshold(), yes, no);
      default -> builder.split(node, column, Tree.Test.LESS_OR_EQUAL, threshold(), yes, no);
    }
    builder.missing(node, Tree.Missing.values()[random.nextInt(3)], random.nextBoolean());
    fill(yes, levels - 1, shape, values, covers, left);
    fill(no, levels - 1, shape, values, covers, cover - left);
  }

  private double threshold() {
    return random.nextBoolean() ? random.nextInt(4) : random.nextDouble() * 4 - 0.5;
  }

  /** Rows with values that equal thresholds, zeros of both signs, missing, infinite and negative ones. */
  double[] rows(TreeEnsemble ensemble, int count) {
    double[] out = new double[count * columns];
    for (int i = 0; i < out.length; i++) {
      out[i] = ensemble.rounded(switch (random.nextInt(10)) {
        case 0 -> Double.NaN;
        case 1 -> random.nextBoolean() ? 0.0 : -0.0;
        case 2 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : -1;
        case 3, 4, 5 -> random.nextInt(4);
        default -> random.nextDouble() * 4 - 0.5;
      });
    }
    return out;
  }
}
