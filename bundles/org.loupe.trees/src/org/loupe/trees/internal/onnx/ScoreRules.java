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
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.model.tree.Link;
import org.loupe.graph.ModelFormatException;

/**
 * Finds the rule by which ONNX Runtime makes an answer of weights. It follows the specification but where that is
 * silent: what a classifier of two classes gives that has the weights of one, and that base values are added only to
 * targets that a leaf adds to.
 */
final class ScoreRules {
  private final EnsembleNodes nodes;
  private final List<TreeShape> trees;
  private final double[] base;
  private final PostTransform transform;

  /** @param base base values; empty for none */
  ScoreRules(EnsembleNodes nodes, List<TreeShape> trees, double[] base, PostTransform transform) {
    this.nodes = nodes;
    this.trees = trees;
    this.base = base.clone();
    this.transform = transform;
  }

  /**
   * Of a regressor, and of the TreeEnsemble of version 5. One target alone is not transformed, but by PROBIT.
   *
   * @param names of the targets
   * @param averaged whether scores are divided by the number of trees
   */
  ScoreRule regressor(List<String> names, boolean averaged) throws IOException, LoupeException {
    int targets = names.size();
    requireBase(targets, base.length == 0 || base.length == targets);
    double[] added = Arrays.copyOf(base, targets);
    Reach[] reach = Reach.of(nodes, trees, targets);
    if (targets > 1) {
      for (int t = 0; t < targets; t++) {
        added[t] = reached(added[t], reach[t], names.get(t));
      }
    } else {
      requireOneWeight();
    }
    Link link = targets == 1 && transform != PostTransform.PROBIT ? Link.IDENTITY : transform.link();
    return new ScoreRule(names, list(added), link, averaged ? 1.0 / trees.size() : 1, false);
  }

  /** @param labels of the classes */
  ScoreRule classifier(List<String> labels) throws IOException, LoupeException {
    int classes = labels.size();
    if (classes > 2) {
      requireBase(classes, base.length == 0 || base.length == classes);
      return new ScoreRule(labels, list(Arrays.copyOf(base, classes)), transform.link(), 1, false);
    }
    if (classes == 1) {
      requireBase(classes, base.length <= 1);
      requireOneWeight();
      Link link = transform == PostTransform.PROBIT ? transform.link() : Link.IDENTITY;
      return new ScoreRule(labels, list(Arrays.copyOf(base, 1)), link, 1, false);
    }
    return two(labels);
  }

  private ScoreRule two(List<String> labels) throws IOException, LoupeException {
    requireBase(2, base.length <= 2);
    if (base.length == 2) {
      throw LoupeException.notApplicable("the ensemble has two classes and two base values, for which the specification"
          + " does not say what they mean: its trees cannot be explained");
    }
    double added = base.length == 1 ? base[0] : 0;
    Reach[] reach = Reach.of(nodes, trees, 2);
    if (reach[1] == Reach.NEVER) {
      return mirrored(labels, reached(added, reach[0], labels.get(0)));
    }
    if (reach[1] == Reach.SOMETIMES) {
      throw LoupeException.notApplicable("the ensemble has leaves without a weight for class " + labels.get(1)
          + ", for which ONNX Runtime answers by another rule: its trees cannot be explained");
    }
    return new ScoreRule(labels, List.of(reached(added, reach[0], labels.get(0)), 0.0), transform.link(), 1, false);
  }

  /** The one score counts for class 1; class 0 gets the rest to 1, or its opposite where weights are negative. */
  private ScoreRule mirrored(List<String> labels, double added) throws LoupeException {
    boolean logistic = transform == PostTransform.LOGISTIC;
    if (transform == PostTransform.PROBIT) {
      transform.link();
    }
    double whole = !logistic && nodes.weights().allPositive() ? 1 : 0;
    return new ScoreRule(labels, List.of(whole - added, added),
        logistic ? Link.of(Link.Kind.SIGMOID_EACH) : Link.IDENTITY, 1, true);
  }

  private static double reached(double added, Reach reach, String name) throws LoupeException {
    if (added == 0 || reach == Reach.NEVER) {
      return 0;
    }
    if (reach == Reach.SOMETIMES) {
      throw LoupeException.notApplicable("the base value of " + name + " is added only to rows of which a leaf has a"
          + " weight for it, so scores are no sum of trees");
    }
    return added;
  }

  private void requireBase(int targets, boolean fits) throws ModelFormatException {
    if (!fits) {
      throw new ModelFormatException("the ensemble has " + base.length + " base_values for " + targets
          + " targets or classes");
    }
  }

  /** Where there is one target ONNX Runtime looks at one weight of a leaf. */
  private void requireOneWeight() throws ModelFormatException {
    for (TreeShape tree : trees) {
      for (int n = 0; n < tree.size(); n++) {
        int leaf = tree.source(n);
        int weights = nodes.weights().to(leaf) - nodes.weights().from(leaf);
        if (tree.isLeaf(n) && weights != 1) {
          throw new ModelFormatException("the ensemble has one target, but a leaf has " + weights + " weights");
        }
      }
    }
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** Labels of classes: texts or whole numbers. @throws ModelFormatException if there are none */
  static List<String> labels(NodeAttributes attributes) throws ModelFormatException {
    List<String> labels = new ArrayList<>(attributes.texts("classlabels_strings"));
    if (labels.isEmpty()) {
      Arrays.stream(attributes.wholes("classlabels_int64s")).mapToObj(Long::toString).forEach(labels::add);
    }
    if (labels.isEmpty()) {
      throw new ModelFormatException(attributes.label() + " has no class labels");
    }
    return labels;
  }

  /** Names of targets: that of the output, with an index where there are several. */
  static List<String> targets(String output, int count) {
    return count == 1 ? List.of(output) : IntStream.range(0, count).mapToObj(t -> output + "[" + t + "]").toList();
  }
}
