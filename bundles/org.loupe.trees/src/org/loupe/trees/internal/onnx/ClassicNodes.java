/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.graph.ModelFormatException;

/**
 * Reads TreeEnsembleRegressor and TreeEnsembleClassifier (versions 1 and 3 of ai.onnx.ml), where nodes are numbered
 * within their tree and lists run over the nodes of all trees.
 */
final class ClassicNodes {
  private final NodeAttributes attributes;
  private final long targets;
  private final long[] tree;
  private final long[] number;
  /** Index of a node by its tree and its number in it. */
  private final Map<Key, Integer> index = new HashMap<>();

  private record Key(long tree, long node) {
  }

  private ClassicNodes(NodeAttributes attributes, long targets) throws ModelFormatException {
    this.attributes = attributes;
    this.targets = targets;
    tree = attributes.wholes("nodes_treeids");
    number = attributes.wholes("nodes_nodeids");
    attributes.requireLength("nodes_nodeids", number.length, tree.length);
    for (int i = 0; i < tree.length; i++) {
      if (index.put(new Key(tree[i], number[i]), i) != null) {
        throw new ModelFormatException(attributes.label() + " has node " + number[i] + " of tree " + tree[i]
            + " twice");
      }
    }
  }

  /**
   * @param what how the lists of weights are called: {@code target} or {@code class}
   * @param targets how many targets or classes there are
   */
  static EnsembleNodes read(NodeAttributes attributes, String what, long targets) throws IOException {
    return new ClassicNodes(attributes, targets).read(what);
  }

  private EnsembleNodes read(String what) throws IOException {
    int count = tree.length;
    if (count == 0) {
      throw new ModelFormatException(attributes.label() + " has no nodes");
    }
    List<String> modes = attributes.texts("nodes_modes");
    attributes.requireLength("nodes_modes", modes.size(), count);
    Mode[] mode = new Mode[count];
    for (int i = 0; i < count; i++) {
      mode[i] = Mode.named(modes.get(i));
    }
    long[] features = sized("nodes_featureids");
    long[] holds = sized("nodes_truenodeids");
    long[] fails = sized("nodes_falsenodeids");
    double[] threshold = attributes.numbers("nodes_values");
    attributes.requireLength("nodes_values", threshold.length, count);
    int[] column = new int[count];
    int[] yes = new int[count];
    int[] no = new int[count];
    for (int i = 0; i < count; i++) {
      boolean leaf = mode[i] == Mode.LEAF;
      column[i] = leaf ? -1 : attributes.index("nodes_featureids", features[i], ColumnTrace.MOST);
      yes[i] = leaf ? -1 : child(i, holds[i]);
      no[i] = leaf ? -1 : child(i, fails[i]);
    }
    double[] hits = attributes.numbers("nodes_hitrates");
    if (hits.length != 0) {
      attributes.requireLength("nodes_hitrates", hits.length, count);
    }
    return new EnsembleNodes(mode, column, threshold, new double[count][], missing(count), yes, no, hits,
        weights(what, mode), roots(yes, no));
  }

  private long[] sized(String name) throws ModelFormatException {
    long[] values = attributes.wholes(name);
    attributes.requireLength(name, values.length, tree.length);
    return values;
  }

  private boolean[] missing(int count) throws ModelFormatException {
    long[] tracks = attributes.wholes("nodes_missing_value_tracks_true");
    boolean[] holds = new boolean[count];
    if (tracks.length != 0) {
      attributes.requireLength("nodes_missing_value_tracks_true", tracks.length, count);
      for (int i = 0; i < count; i++) {
        holds[i] = tracks[i] != 0;
      }
    }
    return holds;
  }

  private int child(int node, long numbered) throws ModelFormatException {
    return node(tree[node], numbered, "node " + number[node]);
  }

  private int node(long inTree, long numbered, String from) throws ModelFormatException {
    Integer found = index.get(new Key(inTree, numbered));
    if (found == null) {
      throw new ModelFormatException(attributes.label() + " has no node " + numbered + " in tree " + inTree
          + ", where " + from + " leads");
    }
    return found;
  }

  private LeafWeights weights(String what, Mode[] mode) throws IOException {
    long[] trees = attributes.wholes(what + "_treeids");
    long[] nodes = attributes.wholes(what + "_nodeids");
    long[] ids = attributes.wholes(what + "_ids");
    double[] weight = attributes.numbers(what + "_weights");
    attributes.requireLength(what + "_treeids", trees.length, weight.length);
    attributes.requireLength(what + "_nodeids", nodes.length, weight.length);
    attributes.requireLength(what + "_ids", ids.length, weight.length);
    int[] leaf = new int[weight.length];
    int[] target = new int[weight.length];
    for (int i = 0; i < weight.length; i++) {
      leaf[i] = node(trees[i], nodes[i], "a weight");
      if (mode[leaf[i]] != Mode.LEAF) {
        throw new ModelFormatException(attributes.label() + " gives node " + nodes[i] + " of tree " + trees[i]
            + " a weight, but it is no leaf");
      }
      target[i] = attributes.index(what + "_ids", ids[i], targets);
    }
    return new LeafWeights(mode.length, leaf, target, weight);
  }

  /** The one node of each tree that is nobody's child, in the order of the trees. */
  private int[] roots(int[] yes, int[] no) throws ModelFormatException {
    boolean[] child = new boolean[yes.length];
    for (int i = 0; i < yes.length; i++) {
      if (yes[i] >= 0) {
        child[yes[i]] = true;
        child[no[i]] = true;
      }
    }
    Map<Long, Integer> roots = new LinkedHashMap<>();
    Arrays.stream(tree).forEach(t -> roots.putIfAbsent(t, -1));
    for (int i = 0; i < child.length; i++) {
      if (!child[i]) {
        int other = roots.put(tree[i], i);
        if (other >= 0) {
          throw new ModelFormatException(attributes.label() + " has two roots in tree " + tree[i] + ": nodes "
              + number[other] + " and " + number[i]);
        }
      }
    }
    for (var root : roots.entrySet()) {
      if (root.getValue() < 0) {
        throw new ModelFormatException(attributes.label() + " has no root in tree " + root.getKey()
            + ": every node is the child of another one");
      }
    }
    return roots.values().stream().mapToInt(Integer::intValue).toArray();
  }
}
