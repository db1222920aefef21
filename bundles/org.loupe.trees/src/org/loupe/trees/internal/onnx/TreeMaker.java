/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.tree.Tree;

/** Makes trees of the nodes of a file. */
final class TreeMaker {
  /** How many nodes there may be with copies: this many times those of the file, and some more. */
  private static final long MOST_COPIES = 4;
  private static final long MORE_COPIES = 1 << 18;
  /** Numbers in all leaves. */
  private static final long MOST_VALUES = 1L << 26;
  /** How much the covers of children may miss that of their parent, relative to it. */
  private static final double COVER_ERROR = 1e-4;

  private final EnsembleNodes nodes;

  TreeMaker(EnsembleNodes nodes) {
    this.nodes = nodes;
  }

  /** @throws LoupeException NOT_APPLICABLE if there are too many nodes */
  List<TreeShape> shapes() throws LoupeException {
    List<TreeShape> out = new ArrayList<>();
    int left = (int) Math.min(Integer.MAX_VALUE / 2, MOST_COPIES * nodes.size() + MORE_COPIES);
    for (int root : nodes.roots()) {
      TreeShape shape = TreeShape.of(nodes, root, left);
      left -= shape.size();
      out.add(shape);
    }
    return out;
  }

  /** @throws LoupeException NOT_APPLICABLE if the leaves hold too many numbers */
  List<Tree> trees(List<TreeShape> shapes, ScoreRule rule) throws LoupeException {
    List<Tree> out = new ArrayList<>();
    boolean covered = coversAddUp(shapes);
    long values = 0;
    for (TreeShape shape : shapes) {
      int[] outputs = outputs(shape, rule);
      values += (long) shape.size() * outputs.length;
      if (values > MOST_VALUES) {
        throw LoupeException.notApplicable("the leaves of the ensemble hold more than " + MOST_VALUES
            + " numbers: more than can be explained");
      }
      out.add(tree(shape, rule, outputs, covered));
    }
    return out;
  }

  /** The outputs that leaves of a tree add to; the first one if they add to none. */
  private int[] outputs(TreeShape shape, ScoreRule rule) {
    BitSet used = new BitSet();
    for (int n = 0; n < shape.size(); n++) {
      if (shape.isLeaf(n)) {
        int leaf = shape.source(n);
        for (int e = nodes.weights().from(leaf); e < nodes.weights().to(leaf); e++) {
          rule.outputs(nodes.weights().target(e), used);
        }
      }
    }
    return used.isEmpty() ? new int[] {0} : used.stream().toArray();
  }

  private Tree tree(TreeShape shape, ScoreRule rule, int[] outputs, boolean covered) {
    Tree.Builder builder = Tree.builder(shape.size(), outputs);
    double[] scores = new double[rule.names().size()];
    for (int n = 0; n < shape.size(); n++) {
      int from = shape.source(n);
      if (shape.isLeaf(n)) {
        double[] values = new double[outputs.length];
        for (int e = nodes.weights().from(from); e < nodes.weights().to(from); e++) {
          rule.add(nodes.weights().target(e), nodes.weights().weight(e), scores);
        }
        for (int k = 0; k < outputs.length; k++) {
          values[k] = scores[outputs[k]];
          scores[outputs[k]] = 0;
        }
        builder.leaf(n, values);
      } else if (shape.asksValues(n)) {
        equality(builder, shape, n);
      } else {
        comparison(builder, shape, n);
      }
      if (covered) {
        builder.cover(n, nodes.hits()[from]);
      }
    }
    return builder.build();
  }

  private void equality(Tree.Builder builder, TreeShape shape, int n) {
    int column = nodes.column()[shape.source(n)];
    double[] values = shape.values(n);
    if (values.length == 1) {
      builder.split(n, column, Tree.Test.EQUAL, values[0], shape.yes(n), shape.no(n));
    } else {
      BitSet codes = new BitSet();
      for (double v : values) {
        codes.set((int) v);
      }
      builder.split(n, column, codes, shape.yes(n), shape.no(n)).wholeOnly(n);
    }
    builder.missing(n, Tree.Missing.NAN, shape.missingHolds(n));
  }

  /**
   * Greater, greater or equal, and not equal are asked the other way round, with the children swapped. NaN fails every
   * comparison but "not equal", unless the node says that missing values hold.
   */
  private void comparison(Tree.Builder builder, TreeShape shape, int n) {
    int from = shape.source(n);
    int column = nodes.column()[from];
    double threshold = nodes.threshold()[from];
    boolean holds = shape.missingHolds(n);
    switch (nodes.mode()[from]) {
      case LEQ -> builder.split(n, column, Tree.Test.LESS_OR_EQUAL, threshold, shape.yes(n), shape.no(n))
          .missing(n, Tree.Missing.NAN, holds);
      case LT -> builder.split(n, column, Tree.Test.LESS, threshold, shape.yes(n), shape.no(n))
          .missing(n, Tree.Missing.NAN, holds);
      case GTE -> builder.split(n, column, Tree.Test.LESS, threshold, shape.no(n), shape.yes(n))
          .missing(n, Tree.Missing.NAN, !holds);
      case GT -> builder.split(n, column, Tree.Test.LESS_OR_EQUAL, threshold, shape.no(n), shape.yes(n))
          .missing(n, Tree.Missing.NAN, !holds);
      case NEQ -> builder.split(n, column, Tree.Test.EQUAL, threshold, shape.no(n), shape.yes(n))
          .missing(n, Tree.Missing.NAN, false);
      default -> throw new IllegalStateException(nodes.mode()[from] + " is no comparison");
    }
  }

  /** Exporters write a hit rate of 1 everywhere where they know none; covers are believed where they add up. */
  private boolean coversAddUp(List<TreeShape> shapes) {
    double[] hits = nodes.hits();
    if (hits.length == 0) {
      return false;
    }
    for (TreeShape shape : shapes) {
      for (int n = 0; n < shape.size(); n++) {
        double cover = hits[shape.source(n)];
        boolean sums = shape.isLeaf(n) || Math.abs(hits[shape.source(shape.yes(n))] + hits[shape.source(shape.no(n))]
            - cover) <= COVER_ERROR * cover;
        if (!(cover > 0) || !sums) {
          return false;
        }
      }
    }
    return true;
  }
}
