/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.cost;

import static org.loupe.graph.cost.NodeShapes.size;

import java.util.Map;

/**
 * Recurrent cells and attention. A recurrent layer multiplies every step of every sequence with its two matrices;
 * attention computes scores of each query with each key, and the weighted sum of the values. Both count the sequences'
 * full length: what a mask or a list of lengths leaves out is not taken off.
 */
final class SequenceCosts {
  private static final int BATCH = 0;

  private SequenceCosts() {
  }

  static void addTo(Map<String, CostRule> rules) {
    rules.put("LSTM", SequenceCosts::recurrent);
    rules.put("GRU", SequenceCosts::recurrent);
    rules.put("RNN", SequenceCosts::recurrent);
    rules.put("Attention", SequenceCosts::attention);
    rules.put("com.microsoft.Attention", SequenceCosts::projectedAttention);
    rules.put("com.microsoft.MultiHeadAttention", SequenceCosts::multiHeadAttention);
  }

  /** X [steps, batch, features], W [directions, gates, features], R [directions, gates, hidden]. */
  private static long recurrent(NodeShapes n) {
    long[] x = n.input(0, 3);
    long matrices = Math.addExact(size(n.input(1, 3)), size(n.input(2, 3)));
    return size(x[0], x[1], matrices);
  }

  /** Q, K and V [batch, heads, length, size], or [batch, length, heads * size] with the number of heads beside. */
  private static long attention(NodeShapes n) {
    long[] q = n.input(0);
    long[] k = n.input(1);
    long[] v = n.input(2);
    long past = n.hasInput(4) ? n.input(4, 4)[2] : 0;
    if (q.length == 4 && k.length == 4 && v.length == 4) {
      return size(q[BATCH], q[1], q[2], Math.addExact(k[2], past), Math.addExact(q[3], v[3]));
    }
    long heads = n.node().intValue("q_num_heads", 0);
    long shared = n.node().intValue("kv_num_heads", 0);
    if (q.length != 3 || k.length != 3 || v.length != 3 || heads < 1 || shared < 1) {
      throw new UnknownCostException();
    }
    long each = Math.addExact(q[2] / heads, v[2] / shared);
    return size(q[BATCH], heads, q[1], Math.addExact(k[1], past), each);
  }

  /** Input [batch, length, features] and one matrix [features, query + key + value] for all three projections. */
  private static long projectedAttention(NodeShapes n) {
    if (n.hasInput(4)) {
      throw new UnknownCostException();
    }
    long[] in = n.input(0, 3);
    long[] weight = n.input(1, 2);
    long[] out = n.output();
    long value = out[out.length - 1];
    long query = (weight[1] - value) / 2;
    long projections = size(in[BATCH], in[1], in[2], weight[1]);
    return Math.addExact(projections, size(in[BATCH], in[1], in[1], Math.addExact(query, value)));
  }

  /** Q [batch, length, query], K [batch, keys, query], V [batch, keys, value]. */
  private static long multiHeadAttention(NodeShapes n) {
    if (n.hasInput(6)) {
      throw new UnknownCostException();
    }
    long[] q = n.input(0, 3);
    long[] k = n.input(1, 3);
    long[] v = n.input(2, 3);
    return size(q[BATCH], q[1], k[1], Math.addExact(q[2], v[2]));
  }
}
