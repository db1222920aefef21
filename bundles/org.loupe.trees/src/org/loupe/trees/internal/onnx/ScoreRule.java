/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.util.BitSet;
import java.util.List;
import org.loupe.api.model.tree.Link;

/**
 * How weights of leaves become raw scores, and those the answer of the ensemble's node.
 *
 * @param names of the raw scores
 * @param base what is added to the sums, for each score
 * @param link from the scores to what the node gives
 * @param factor of all weights, as 1 over the number of trees where they are averaged
 * @param mirrored whether the weights of target 0 count against score 0 and for score 1: a classifier of two classes
 *     that has the weights of one
 */
record ScoreRule(List<String> names, List<Double> base, Link link, double factor, boolean mirrored) {
  ScoreRule {
    names = List.copyOf(names);
    base = List.copyOf(base);
  }

  /** Marks the scores that a target counts for. */
  void outputs(int target, BitSet into) {
    into.set(target);
    if (mirrored) {
      into.set(1);
    }
  }

  /** Adds a weight of a target to scores. */
  void add(int target, double weight, double[] scores) {
    if (mirrored) {
      scores[0] -= factor * weight;
      scores[1] += factor * weight;
    } else {
      scores[target] += factor * weight;
    }
  }
}
