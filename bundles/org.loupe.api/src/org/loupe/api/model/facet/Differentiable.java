/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;

/**
 * A model whose values can be differentiated by its inputs and by any of its layers, in reverse mode: from the
 * derivative of a score by some values (the cotangent) it gives the derivative by others. Plain data goes in and comes
 * out. Every method may be called by several threads at once.
 */
public interface Differentiable {
  /** The rule set of the derivatives themselves; other sets put something else in the place of some of them. */
  String PLAIN = "plain";
  /** Guided backpropagation: where a rectifier is, negative cotangents are dropped too. */
  String GUIDED = "guided";
  /** Deconvolution: where a rectifier is, the cotangent is rectified and nothing else. */
  String DECONVNET = "deconvnet";

  /** The capability that a model has which can be differentiated by a rule set: {@code gradient} for the plain one. */
  static String capability(String ruleSet) {
    return ruleSet.equals(PLAIN) ? "gradient" : "gradient:" + ruleSet;
  }

  /**
   * Ids of the rule sets, {@link #PLAIN} first.
   *
   * @throws LoupeException FAILED, naming the bundle, if a contributed rule cannot be loaded
   */
  List<String> ruleSets() throws LoupeException;

  /**
   * Runs the model forward and back.
   *
   * @return the asked tensors, which outlive the model
   * @throws MissingRulesException if operators between the sinks and the sources have no rule
   * @throws LoupeException NOT_APPLICABLE if a value holds no floating-point numbers, or a sink does not lead to the
   *     sources; USAGE if a value or rule set does not exist; BAD_INPUT if an input or cotangent has a type or shape
   *     that does not fit; else as {@link org.loupe.api.model.Model#forward}
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  GradientResult gradient(GradientRequest request, Progress progress) throws LoupeException;

  /**
   * How each layer can be differentiated. Where the model's file does not tell what a rule must know, as extents that
   * are computed, the model runs once on made-up inputs.
   *
   * @throws LoupeException USAGE if there is no such rule set
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  GradientCoverage coverage(String ruleSet, Progress progress) throws LoupeException;
}
