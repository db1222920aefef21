/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.tree;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/**
 * A decision tree as plain arrays. Nodes are numbered from the root, which is 0. An inner node asks something of one
 * column; a leaf adds its values to outputs of the ensemble. Immutable, and checked when it is made: every node but the
 * root has one parent and is reached from the root, so that a walk ends.
 */
public final class Tree {
  /** What an inner node asks of its column's value x. */
  public enum Test {
    /** x &lt; threshold. */
    LESS,
    /** x &lt;= threshold. */
    LESS_OR_EQUAL,
    /** x == threshold. */
    EQUAL,
    /** x, cut to a whole number, is a code of the node's set; negative numbers are in no set. See wholeOnly. */
    IN_SET
  }

  /** Which values count as missing, and so are not asked. */
  public enum Missing {
    /** NaN. */
    NAN,
    /** NaN, and what is not farther from 0 than 1e-35. */
    NAN_OR_ZERO,
    /** None: NaN is asked as if it were 0. */
    NAN_IS_ZERO
  }

  /** Marks a leaf, in place of a column. */
  public static final int LEAF = -1;
  /** What is not farther from 0 counts as 0 where zeros are missing; the number that LightGBM uses. */
  public static final double ZERO = 1e-35f;

  private final Builder is;

  private Tree(Builder built) {
    is = built;
  }

  public int size() {
    return is.column.length;
  }

  public boolean isLeaf(int node) {
    return is.column[node] == LEAF;
  }

  /** Index of the column that an inner node asks about; {@link #LEAF} for a leaf. */
  public int column(int node) {
    return is.column[node];
  }

  public Test test(int node) {
    return is.test[node];
  }

  public double threshold(int node) {
    return is.threshold[node];
  }

  /** The codes of a node that asks {@link Test#IN_SET}, as a copy; null for others. */
  public BitSet codes(int node) {
    return is.codes[node] == null ? null : (BitSet) is.codes[node].clone();
  }

  public Missing missing(int node) {
    return is.missing[node];
  }

  /** Whether missing values go the way of a test that holds. */
  public boolean missingHolds(int node) {
    return is.missingHolds[node];
  }

  /** Child where the test holds. */
  public int yes(int node) {
    return is.yes[node];
  }

  /** Child where it does not. */
  public int no(int node) {
    return is.no[node];
  }

  /** How much of the training data reached a node, as a count or a sum of weights; NaN if the file does not tell. */
  public double cover(int node) {
    return is.cover[node];
  }

  /** Outputs of the ensemble that leaves add to. */
  public int[] outputs() {
    return is.outputs.clone();
  }

  /** How many outputs leaves add to. */
  public int outputCount() {
    return is.outputs.length;
  }

  /** The output that value {@code k} of a leaf is added to. */
  public int output(int k) {
    return is.outputs[k];
  }

  /** What a leaf adds to output {@code outputs()[k]}. */
  public double value(int node, int k) {
    return is.values[node * is.outputs.length + k];
  }

  /** Whether every node has a cover that is a positive number; a tree of a single leaf needs none. */
  public boolean hasCover() {
    return size() == 1 || Arrays.stream(is.cover).allMatch(c -> c > 0 && c < Double.POSITIVE_INFINITY);
  }

  /** Whether only whole numbers are in the set of a node, rather than what is cut to one. */
  public boolean wholeOnly(int node) {
    return is.wholeOnly[node];
  }

  /** Whether the test of an inner node holds for a value of its column, missing values included. */
  public boolean holds(int node, double x) {
    double asked = x;
    if (Double.isNaN(x) || Math.abs(x) <= ZERO) {
      switch (is.missing[node]) {
        case NAN -> {
          if (Double.isNaN(x)) {
            return is.missingHolds[node];
          }
        }
        case NAN_OR_ZERO -> {
          return is.missingHolds[node];
        }
        case NAN_IS_ZERO -> asked = Double.isNaN(x) ? 0 : x;
      }
    }
    return switch (is.test[node]) {
      case LESS -> asked < is.threshold[node];
      case LESS_OR_EQUAL -> asked <= is.threshold[node];
      case EQUAL -> asked == is.threshold[node];
      case IN_SET -> asked >= 0 && asked < Integer.MAX_VALUE && is.codes[node].get((int) asked)
          && (!is.wholeOnly[node] || asked == Math.rint(asked));
    };
  }

  /** The leaf that a row comes to. @param row a value for each column of the ensemble; NaN for missing */
  public int leaf(double[] row) {
    int node = 0;
    while (is.column[node] != LEAF) {
      node = holds(node, row[is.column[node]]) ? is.yes[node] : is.no[node];
    }
    return node;
  }

  /** The longest way from the root to a leaf, in steps. */
  public int depth() {
    int[] depth = new int[size()];
    int deepest = 0;
    int[] stack = new int[size()];
    int top = 1;
    while (top > 0) {
      int node = stack[--top];
      deepest = Math.max(deepest, depth[node]);
      if (is.column[node] != LEAF) {
        for (int child : new int[] {is.yes[node], is.no[node]}) {
          depth[child] = depth[node] + 1;
          stack[top++] = child;
        }
      }
    }
    return deepest;
  }

  public static Builder builder(int nodes, int... outputs) {
    return new Builder(nodes, outputs);
  }

  /** Takes the nodes in any order. Not for several threads; of no use after {@link #build}. */
  public static final class Builder {
    private final int[] outputs;
    private final int[] column;
    private final Test[] test;
    private final double[] threshold;
    private final BitSet[] codes;
    private final Missing[] missing;
    private final boolean[] missingHolds;
    private final boolean[] wholeOnly;
    private final int[] yes;
    private final int[] no;
    private final double[] cover;
    private final double[] values;

    private Builder(int nodes, int[] outputs) {
      if (nodes < 1 || outputs.length < 1) {
        throw new IllegalArgumentException("a tree of " + nodes + " nodes and " + outputs.length + " outputs");
      }
      this.outputs = outputs.clone();
      column = new int[nodes];
      Arrays.fill(column, Integer.MIN_VALUE);
      test = new Test[nodes];
      threshold = new double[nodes];
      codes = new BitSet[nodes];
      missing = new Missing[nodes];
      missingHolds = new boolean[nodes];
      wholeOnly = new boolean[nodes];
      yes = new int[nodes];
      no = new int[nodes];
      cover = new double[nodes];
      Arrays.fill(cover, Double.NaN);
      values = new double[Math.multiplyExact(nodes, outputs.length)];
    }

    /** Makes a node a leaf. @param leafValues as many as there are outputs */
    public Builder leaf(int node, double... leafValues) {
      if (leafValues.length != outputs.length) {
        throw new IllegalArgumentException(leafValues.length + " values for " + outputs.length + " outputs");
      }
      column[node] = LEAF;
      System.arraycopy(leafValues, 0, values, node * outputs.length, outputs.length);
      return this;
    }

    /** Makes a node ask for a number. */
    public Builder split(int node, int asked, Test how, double value, int ifHolds, int ifNot) {
      if (asked < 0 || how == Test.IN_SET) {
        throw new IllegalArgumentException("node " + node + " asks " + how + " of column " + asked);
      }
      return inner(node, asked, how, value, null, ifHolds, ifNot);
    }

    /** Makes a node ask for a set of codes. */
    public Builder split(int node, int asked, BitSet set, int ifHolds, int ifNot) {
      if (asked < 0) {
        throw new IllegalArgumentException("node " + node + " asks column " + asked);
      }
      return inner(node, asked, Test.IN_SET, Double.NaN, (BitSet) set.clone(), ifHolds, ifNot);
    }

    private Builder inner(int node, int asked, Test how, double value, BitSet set, int ifHolds, int ifNot) {
      column[node] = asked;
      test[node] = how;
      threshold[node] = value;
      codes[node] = set;
      missing[node] = Missing.NAN;
      yes[node] = ifHolds;
      no[node] = ifNot;
      return this;
    }

    /** What an inner node does with missing values; without this, NaN does not hold. */
    public Builder missing(int node, Missing which, boolean holds) {
      missing[node] = Objects.requireNonNull(which);
      missingHolds[node] = holds;
      return this;
    }

    /** Makes a node that asks for a set of codes take whole numbers only, and not cut others to one. */
    public Builder wholeOnly(int node) {
      wholeOnly[node] = true;
      return this;
    }

    public Builder cover(int node, double amount) {
      cover[node] = amount;
      return this;
    }

    /** @throws IllegalArgumentException in one line, if the nodes make up no tree */
    public Tree build() {
      boolean[] reached = new boolean[column.length];
      int[] stack = new int[column.length];
      int top = 1;
      int count = 1;
      reached[0] = true;
      while (top > 0) {
        int node = stack[--top];
        if (column[node] == Integer.MIN_VALUE) {
          throw new IllegalArgumentException("node " + node + " of " + column.length + " is missing");
        }
        if (column[node] == LEAF) {
          continue;
        }
        for (int child : new int[] {yes[node], no[node]}) {
          if (child < 0 || child >= column.length) {
            throw new IllegalArgumentException("node " + node + " leads to node " + child + " of " + column.length);
          }
          if (reached[child]) {
            throw new IllegalArgumentException("node " + child + " is reached twice, the second time from node "
                + node);
          }
          reached[child] = true;
          count++;
          stack[top++] = child;
        }
      }
      if (count < column.length) {
        throw new IllegalArgumentException((column.length - count) + " of " + column.length
            + " nodes are not reached from the root");
      }
      return new Tree(this);
    }
  }
}
