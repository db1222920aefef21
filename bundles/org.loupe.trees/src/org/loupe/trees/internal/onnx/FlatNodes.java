/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.loupe.graph.ModelFormatException;

/**
 * Reads TreeEnsemble (version 5 of ai.onnx.ml), where inner nodes and leaves are numbered apart, over all trees. Here
 * the leaves come after the inner nodes.
 */
final class FlatNodes {
  private final NodeAttributes attributes;
  private final long targets;
  private final int inner;
  private final int leaves;

  private FlatNodes(NodeAttributes attributes, long targets) throws IOException {
    this.attributes = attributes;
    this.targets = targets;
    this.inner = attributes.wholes("nodes_featureids").length;
    this.leaves = attributes.wholes("leaf_targetids").length;
  }

  /** @param targets how many targets there are */
  static EnsembleNodes read(NodeAttributes attributes, long targets) throws IOException {
    return new FlatNodes(attributes, targets).read();
  }

  private EnsembleNodes read() throws IOException {
    int count = Math.addExact(inner, leaves);
    Mode[] mode = new Mode[count];
    Arrays.fill(mode, Mode.LEAF);
    int[] column = new int[count];
    Arrays.fill(column, -1);
    double[] modes = sized("nodes_modes", attributes.read("nodes_modes"));
    double[] splits = sized("nodes_splits", attributes.read("nodes_splits"));
    long[] features = attributes.wholes("nodes_featureids");
    for (int i = 0; i < inner; i++) {
      mode[i] = Mode.numbered(modes[i]);
      column[i] = attributes.index("nodes_featureids", features[i], ColumnTrace.MOST);
    }
    return new EnsembleNodes(mode, column, Arrays.copyOf(splits, count), members(mode), missing(count),
        children("nodes_trueleafs", "nodes_truenodeids"), children("nodes_falseleafs", "nodes_falsenodeids"),
        // There are hit rates of inner nodes only, so it cannot be told how much of the data came to a leaf.
        new double[0], weights(count), roots());
  }

  private double[] sized(String name, double[] values) throws ModelFormatException {
    attributes.requireLength(name, values.length, inner);
    return values;
  }

  private long[] sized(String name) throws ModelFormatException {
    long[] values = attributes.wholes(name);
    attributes.requireLength(name, values.length, inner);
    return values;
  }

  private int[] children(String areLeaves, String ids) throws ModelFormatException {
    long[] leaf = sized(areLeaves);
    long[] id = sized(ids);
    int[] out = new int[inner + leaves];
    Arrays.fill(out, -1);
    for (int i = 0; i < inner; i++) {
      out[i] = leaf[i] != 0 ? inner + attributes.index(ids, id[i], leaves) : attributes.index(ids, id[i], inner);
    }
    return out;
  }

  private boolean[] missing(int count) throws ModelFormatException {
    boolean[] holds = new boolean[count];
    if (attributes.has("nodes_missing_value_tracks_true")) {
      long[] tracks = sized("nodes_missing_value_tracks_true");
      for (int i = 0; i < inner; i++) {
        holds[i] = tracks[i] != 0;
      }
    }
    return holds;
  }

  /** Sets stand one behind the other in the order of the nodes that ask them, each ended by NaN. */
  private double[][] members(Mode[] mode) throws IOException {
    double[] values = attributes.read("membership_values");
    List<double[]> sets = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        sets.add(Arrays.copyOfRange(values, from, i));
        from = i + 1;
      }
    }
    if (from < values.length) {
      sets.add(Arrays.copyOfRange(values, from, values.length));
    }
    double[][] out = new double[mode.length][];
    int next = 0;
    for (int i = 0; i < inner; i++) {
      if (mode[i] == Mode.MEMBER) {
        if (next >= sets.size()) {
          throw new ModelFormatException("membership_values of " + attributes.label() + " has " + sets.size()
              + " sets, but more nodes ask for one");
        }
        out[i] = sets.get(next++);
      }
    }
    attributes.requireLength("membership_values (its sets)", sets.size(), next);
    return out;
  }

  private LeafWeights weights(int count) throws IOException {
    double[] weight = attributes.read("leaf_weights");
    attributes.requireLength("leaf_weights", weight.length, leaves);
    long[] ids = attributes.wholes("leaf_targetids");
    int[] node = new int[leaves];
    int[] target = new int[leaves];
    for (int i = 0; i < leaves; i++) {
      node[i] = inner + i;
      target[i] = attributes.index("leaf_targetids", ids[i], targets);
    }
    return new LeafWeights(count, node, target, weight);
  }

  private int[] roots() throws ModelFormatException {
    long[] roots = attributes.wholes("tree_roots");
    if (roots.length == 0) {
      throw new ModelFormatException(attributes.label() + " has no tree_roots");
    }
    int[] out = new int[roots.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = attributes.index("tree_roots", roots[i], inner);
    }
    return out;
  }
}
