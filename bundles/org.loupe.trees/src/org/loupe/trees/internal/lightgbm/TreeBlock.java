/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.lightgbm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.loupe.api.model.tree.Tree;
import org.loupe.trees.internal.content.CodeSets;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Texts;
import org.loupe.trees.internal.content.UnsupportedModelException;

/**
 * What the file says of a tree. Its inner nodes are counted from 0, the root, and its leaves by themselves; here the
 * leaves come after the inner nodes.
 */
final class TreeBlock {
  private static final int CATEGORICAL = 1;
  private static final int DEFAULT_LEFT = 2;
  private static final Tree.Missing[] MISSING = {Tree.Missing.NAN_IS_ZERO, Tree.Missing.NAN_OR_ZERO, Tree.Missing.NAN};
  private static final int WORD = 32;

  private final Map<String, String> block;
  private final String where;
  private final int inner;
  private final CodeSets sets;
  private int[] boundaries;
  private long[] words;

  TreeBlock(Map<String, String> block, int index, CodeSets sets) throws FormatException {
    this.block = block;
    this.sets = sets;
    where = "tree " + index;
    int leaves = Texts.integer(where + ": num_leaves", need("num_leaves"));
    if (leaves < 1) {
      throw new FormatException(where + " has " + leaves + " leaves");
    }
    inner = leaves - 1;
  }

  /** Whether its leaves are linear functions of the columns. */
  boolean isLinear() {
    return "1".equals(block.get("is_linear"));
  }

  /** How many inner nodes there are, which is the number of the first leaf. */
  int inner() {
    return inner;
  }

  String where() {
    return where;
  }

  /** @param scale what values of leaves are multiplied with */
  Tree build(int output, int columns, double scale) throws FormatException, UnsupportedModelException {
    double[] values = numbers("leaf_value", inner + 1);
    int[] feature = integers("split_feature", inner);
    double[] threshold = numbers("threshold", inner);
    int[] left = integers("left_child", inner);
    int[] right = integers("right_child", inner);
    int[] type = block.containsKey("decision_type") ? integers("decision_type", inner) : new int[inner];
    double[] leafCover = block.containsKey("leaf_count") ? numbers("leaf_count", -1) : new double[0];
    double[] innerCover = block.containsKey("internal_count") ? numbers("internal_count", -1) : new double[0];
    Tree.Builder builder = Tree.builder(2 * inner + 1, output);
    for (int i = 0; i < inner; i++) {
      if (feature[i] < 0 || feature[i] >= columns) {
        throw new FormatException(where + ", node " + i + " asks feature " + feature[i] + " of " + columns);
      }
      int ifHolds = child(left[i]);
      int ifNot = child(right[i]);
      if ((type[i] & CATEGORICAL) != 0) {
        builder.split(i, feature[i], codes(i, threshold[i]), ifHolds, ifNot).missing(i, Tree.Missing.NAN, false);
      } else {
        if (Double.isNaN(threshold[i]) || (type[i] >> 2 & 3) == 3) {
          throw new FormatException(where + ", node " + i + " has the threshold " + threshold[i]
              + " and the decision type " + type[i]);
        }
        builder.split(i, feature[i], Tree.Test.LESS_OR_EQUAL, threshold[i], ifHolds, ifNot)
            .missing(i, MISSING[type[i] >> 2 & 3], (type[i] & DEFAULT_LEFT) != 0);
      }
      cover(builder, i, innerCover, i);
    }
    for (int leaf = 0; leaf <= inner; leaf++) {
      if (!Double.isFinite(values[leaf])) {
        throw new FormatException(where + ", leaf " + leaf + " has the value " + values[leaf]);
      }
      builder.leaf(inner + leaf, values[leaf] * scale);
      cover(builder, inner + leaf, leafCover, leaf);
    }
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new FormatException(where + ": " + e.getMessage(), e);
    }
  }

  private static void cover(Tree.Builder builder, int node, double[] amounts, int index) {
    if (index < amounts.length && amounts[index] >= 0 && amounts[index] < Double.POSITIVE_INFINITY) {
      builder.cover(node, amounts[index]);
    }
  }

  /** A child as it is counted here; leaves are written as -1, -2 and so on. What is out of range is found later. */
  private int child(int written) {
    return written >= 0 ? written < inner ? written : -1 : inner + ~written;
  }

  private BitSet codes(int node, double index) throws FormatException, UnsupportedModelException {
    if (!block.containsKey("cat_boundaries")) {
      throw new UnsupportedModelException(where + ", node " + node
          + " asks for a category as versions of LightGBM before 2 wrote it; save the model again with a newer one");
    }
    if (boundaries == null) {
      boundaries = integers("cat_boundaries", -1);
      words = words();
    }
    if (!(index >= 0 && index < boundaries.length - 1)) {
      throw new FormatException(where + ", node " + node + " asks for the set " + index + " of "
          + (boundaries.length - 1));
    }
    int from = boundaries[(int) index];
    int to = boundaries[(int) index + 1];
    if (from < 0 || to < from || to > words.length) {
      throw new FormatException(where + ", set " + (int) index + " reaches from word " + from + " to " + to + " of "
          + words.length);
    }
    BitSet out = sets.empty(Math.multiplyExact(to - from, WORD));
    for (int w = from; w < to; w++) {
      for (int bit = 0; bit < WORD; bit++) {
        if ((words[w] >> bit & 1) != 0) {
          out.set((w - from) * WORD + bit);
        }
      }
    }
    return out;
  }

  private long[] words() throws FormatException {
    List<String> texts = tokens("cat_threshold");
    long[] out = new long[texts.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (long) Texts.number(where + ": cat_threshold", texts.get(i));
    }
    return out;
  }

  /** Numbers of which there must be {@code count}; any number of them if that is -1. */
  double[] numbers(String key, int count) throws FormatException {
    List<String> texts = tokens(key, count);
    double[] out = new double[texts.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = Texts.number(where + ": " + key, texts.get(i));
    }
    return out;
  }

  int[] integers(String key, int count) throws FormatException {
    List<String> texts = tokens(key, count);
    int[] out = new int[texts.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = Texts.integer(where + ": " + key, texts.get(i));
    }
    return out;
  }

  private List<String> tokens(String key, int count) throws FormatException {
    List<String> texts = count == 0 ? List.of() : tokens(key);
    if (count >= 0 && texts.size() != count) {
      throw new FormatException(where + " has " + texts.size() + " entries of " + key + ", not " + count);
    }
    return texts;
  }

  private List<String> tokens(String key) throws FormatException {
    var tokens = new StringTokenizer(need(key));
    List<String> out = new ArrayList<>();
    while (tokens.hasMoreTokens()) {
      out.add(tokens.nextToken());
    }
    return out;
  }

  private String need(String key) throws FormatException {
    String text = block.get(key);
    if (text == null) {
      throw new FormatException(where + " has no " + key);
    }
    return text;
  }
}
