/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.TargetSyntax;
import org.loupe.math.tensor.Tensor;

/** What pictures climb towards: a number for each of them. */
interface Objective {
  /** How many pictures there are, each with an objective of its own. */
  int pictures();

  /** The objective of a picture in the syntax of targets. */
  String name(int picture);

  /** The slope of each picture's objective, in order. @param inputs one for each picture */
  List<Slope> slopes(List<Tensor> inputs) throws LoupeException;

  /**
   * Where a picture stands and where it goes up.
   *
   * @param score the objective
   * @param gradient its derivative by the input
   */
  record Slope(double score, Tensor gradient) {
  }

  /**
   * The derivative by the input of what a picture's objective is read from before it was rectified, where it was: it
   * shows a way where the rectifier is closed everywhere.
   */
  default Optional<Tensor> beforeRectifier(int picture, Tensor input) throws LoupeException {
    return Optional.empty();
  }

  /** The objective of each picture. */
  double[] scores(List<Tensor> inputs) throws LoupeException;

  /** The run's own target, for one picture: a class, a difference of classes, a neuron. */
  record OfTarget(ExplainContext context, String input, ResolvedTarget target) implements Objective {
    @Override
    public int pictures() {
      return 1;
    }

    @Override
    public String name(int picture) {
      return TargetSyntax.format(target.target());
    }

    @Override
    public List<Slope> slopes(List<Tensor> inputs) throws LoupeException {
      List<Slope> out = new ArrayList<>();
      context.gradients(inputs.size(), i -> Map.of(input, inputs.get(i)), GradientQuery.by(input),
          g -> out.add(new Slope(g.score(), g.by(input))));
      return out;
    }

    @Override
    public double[] scores(List<Tensor> inputs) throws LoupeException {
      return context.scores(inputs.size(), i -> Map.of(input, inputs.get(i)));
    }
  }
}
