/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.Arrays;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.Target;

/**
 * A target as a weighted sum of raw scores.
 *
 * @param weights of each raw score
 * @param name of it, for a reader
 */
record TreeTarget(double[] weights, String name) {
  /**
   * Finds the raw scores of a target. A model of two classes with a single raw score has it for class 1, and its
   * negative for class 0.
   *
   * @throws LoupeException USAGE for a class that is not there, NOT_APPLICABLE for a target that is no class
   */
  static TreeTarget of(ResolvedTarget target, TreeEnsemble ensemble, ModelDescription model) throws LoupeException {
    return switch (target.target()) {
      case Target.ClassIndex t -> new TreeTarget(weights(t.index(), ensemble, target, model),
          name(t.index(), ensemble));
      case Target.ClassDifference t -> {
        double[] weights = weights(t.index(), ensemble, target, model);
        double[] other = weights(t.other(), ensemble, target, model);
        for (int i = 0; i < weights.length; i++) {
          weights[i] -= other[i];
        }
        yield new TreeTarget(weights, name(t.index(), ensemble) + " less " + name(t.other(), ensemble));
      }
      default -> throw LoupeException.notApplicable("trees add up to scores of classes, not to " + target.text()
          + "; choose a class as target");
    };
  }

  private static double[] weights(int index, TreeEnsemble ensemble, ResolvedTarget target, ModelDescription model)
      throws LoupeException {
    int count = ensemble.outputs().size();
    double[] out = new double[count];
    if (count == 1 && index < 2 && classes(target.value(), model) == 2 && ensemble.link().isProbability()) {
      out[0] = index == 1 ? 1 : -1;
    } else if (index < count) {
      out[index] = 1;
    } else {
      throw LoupeException.usage("class " + index + " is out of range; the trees have "
          + (count == 1 ? "one raw score, 0" : count + " raw scores, 0 to " + (count - 1)));
    }
    return out;
  }

  /** Elements of a row of the value that a target is read from; 1 if the model does not say. */
  private static int classes(String value, ModelDescription model) {
    return model.outputs().stream().map(o -> o.value()).filter(v -> v.name().equals(value))
        .flatMap(v -> v.dims().stream()).map(List::getLast).mapToInt(d -> d.known() ? (int) d.size() : 1)
        .findFirst().orElse(1);
  }

  private static String name(int index, TreeEnsemble ensemble) {
    List<String> names = ensemble.outputs();
    return index < names.size() && names.size() > 1 ? names.get(index)
        : names.size() == 1 && index == 0 ? names.get(0) : "class " + index;
  }

  /** Whether the score is one raw score as it is, so that the link can be applied to it. */
  boolean isSingle() {
    return Arrays.stream(weights).filter(w -> w != 0).count() == 1;
  }

  /** The unit of the score. */
  static String unit(Link link) {
    return switch (link.kind()) {
      case SIGMOID, SIGMOID_EACH -> "log-odds";
      case SOFTMAX -> "logit";
      case EXP -> "logarithm";
      case IDENTITY, SOFTPLUS, SIGNED_SQUARE, STEP, SORTED, RISING -> "raw score";
    };
  }
}
