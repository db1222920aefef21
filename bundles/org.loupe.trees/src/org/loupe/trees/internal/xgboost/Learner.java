/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.math.tensor.ElementType;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Limits;
import org.loupe.trees.internal.model.Content;
import org.loupe.trees.internal.model.LinearScorer;
import org.loupe.trees.internal.model.TreeScorer;

/** Puts together what a file of XGBoost says, whichever its format. */
final class Learner {
  private final int features;
  private final int outputs;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private List<String> names = List.of();
  private Map<Integer, List<String>> words = Map.of();
  private Link link = Link.IDENTITY;
  private double[] base;
  private boolean classes;

  Learner(long features, long outputs) throws FormatException {
    this.features = Limits.count("the number of features", features, 0, Limits.COLUMNS);
    this.outputs = Limits.count("the number of outputs", outputs, 1, Limits.OUTPUTS);
    base = new double[this.outputs];
  }

  int features() {
    return features;
  }

  int outputs() {
    return outputs;
  }

  /** Facts for a reader. */
  void property(String key, String value) {
    properties.put(key, value);
  }

  void warn(String line) {
    warnings.add(line);
  }

  /** Names of the features; as many as there are, or none. */
  void names(List<String> said) throws FormatException {
    if (!said.isEmpty() && said.size() != features) {
      throw new FormatException("it names " + said.size() + " features and has " + features);
    }
    names = said;
  }

  /** Names of the codes of features. */
  void words(Map<Integer, List<String>> said) {
    words = said;
  }

  /** A number for each output. */
  double[] each(double number) {
    double[] out = new double[outputs];
    Arrays.fill(out, number);
    return out;
  }

  /** @param margins the raw score that each output begins with */
  void objective(Objective objective, double[] margins) {
    base = margins;
    link = objective.link();
    classes = objective.name().startsWith("multi:");
    property("objective", objective.name());
    if (objective.name().equals("multi:softmax")) {
      property("answer", "probabilities of the classes; XGBoost answers the class of the highest");
    }
    if (objective.unknown()) {
      warn("the objective " + objective.name() + " is not known: its answers are shown as raw scores");
    }
  }

  Content trees(List<Tree> trees) throws FormatException {
    TreeEnsemble ensemble;
    try {
      List<Double> bases = Arrays.stream(base).boxed().toList();
      ensemble = new TreeEnsemble("features", columns(), outputNames(), bases, trees, link, true, "margin");
    } catch (IllegalArgumentException e) {
      throw new FormatException(e.getMessage(), e);
    }
    long parameters = 0;
    for (Tree tree : trees) {
      int leaves = (tree.size() + 1) / 2;
      parameters += tree.size() - leaves + (long) leaves * tree.outputCount();
    }
    return new Content("XGBoost", ElementType.FLOAT32, ensemble.columns(), ensemble.outputs(), link,
        new TreeScorer(ensemble), Optional.of(ensemble), parameters, properties, warnings);
  }

  /** @param weights by column and output, the biases of the outputs last */
  Content linear(double[] weights) throws FormatException {
    if (weights.length != (features + 1L) * outputs) {
      throw new FormatException("it has " + weights.length + " weights for " + features + " features and " + outputs
          + " outputs");
    }
    double[] bias = base.clone();
    for (int k = 0; k < outputs; k++) {
      bias[k] += weights[features * outputs + k];
    }
    for (double weight : weights) {
      if (!Double.isFinite(weight)) {
        throw new FormatException("a weight is " + weight);
      }
    }
    property("trees", "none: the booster is linear, a weighted sum of its features");
    return new Content("XGBoost", ElementType.FLOAT32, columns(), outputNames(), link,
        new LinearScorer(bias, weights), Optional.empty(), weights.length, properties, warnings);
  }

  private List<TreeColumn> columns() {
    List<TreeColumn> out = new ArrayList<>(features);
    for (int f = 0; f < features; f++) {
      String name = names.isEmpty() ? "f" + f : names.get(f);
      out.add(new TreeColumn(name, "features", f, 1, 0, "", words.getOrDefault(f, List.of())));
    }
    return out;
  }

  private List<String> outputNames() {
    if (outputs == 1) {
      return List.of("score");
    }
    List<String> out = new ArrayList<>(outputs);
    for (int k = 0; k < outputs; k++) {
      out.add((classes ? "class " : "score ") + k);
    }
    return out;
  }
}
