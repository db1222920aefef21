/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.explain;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.result.Result;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.tensor.Tensor;

/** What a run offers to a method: the model, contained and cancellable, and what methods share. */
public interface ExplainContext {
  ModelDescription model();

  /**
   * Something that the model can do beyond running forward.
   *
   * @return empty if it cannot
   * @throws LoupeException as {@link org.loupe.api.model.facet.FacetProvider#facet}
   * @throws java.util.concurrent.CancellationException when the run was cancelled
   */
  <T> Optional<T> facet(Class<T> type) throws LoupeException;

  /**
   * One forward pass.
   *
   * @throws LoupeException as {@link org.loupe.api.model.Model#forward}
   * @throws java.util.concurrent.CancellationException when the run was cancelled
   */
  ForwardResult forward(ForwardRequest request) throws LoupeException;

  /** The target's score for the subject itself. */
  double score() throws LoupeException;

  /**
   * The target's score for variants of the subject, in batches that fit the memory budget.
   *
   * @param count how many variants
   * @param variant the inputs that differ from the subject, by input name, for variant 0 .. count-1; called once
   * each, in order
   * @return a score for each variant
   * @throws java.util.concurrent.CancellationException when the run was cancelled
   */
  double[] scores(int count, IntFunction<Map<String, Tensor>> variant) throws LoupeException;

  /**
   * The derivatives of the target's score for the subject itself.
   *
   * @throws LoupeException as {@link org.loupe.api.model.facet.Differentiable#gradient}; NOT_APPLICABLE if the model
   *     cannot be differentiated
   * @throws java.util.concurrent.CancellationException when the run was cancelled
   */
  Gradients gradients(GradientQuery query) throws LoupeException;

  /**
   * The derivatives of the target's score for variants of the subject, in batches that fit the memory budget.
   *
   * @param count how many variants
   * @param variant the inputs that differ from the subject, as for {@link #scores}
   * @param each takes the derivatives of each variant, in order; they are not kept
   * @throws LoupeException as {@link #gradients(GradientQuery)}
   * @throws java.util.concurrent.CancellationException when the run was cancelled
   */
  void gradients(int count, IntFunction<Map<String, Tensor>> variant, GradientQuery query, Consumer<Gradients> each)
      throws LoupeException;

  /**
   * The derivatives of scores of the method's own for variants of the subject: each score is the sum of one value's
   * elements times weights, which are the derivative of the score by that value. Variants may have different weights
   * and still run in one batch.
   *
   * @param value name of an output, or layer id, that every score is read from
   * @param count how many variants
   * @param variant the inputs that differ from the subject, as for {@link #scores}
   * @param weights of each variant, in the shape of the value for one item
   * @param each takes score and derivatives of each variant, in order; they are not kept
   * @throws LoupeException as {@link #gradients(GradientQuery)}
   * @throws java.util.concurrent.CancellationException when the run was cancelled
   */
  void gradients(String value, int count, IntFunction<Map<String, Tensor>> variant, IntFunction<Tensor> weights,
      GradientQuery query, Consumer<Gradients> each) throws LoupeException;

  /** How many variants one batch takes at present; chunk by it to publish between batches. */
  int batchSize();

  /** The parts of an input, from its modality. */
  Players players(DecodedInput input, PlayerRequest request) throws LoupeException;

  /** A stream of random numbers that depends on the run's seed, the method, the input's content and this name alone. */
  RandomGenerator random(String stream);

  /** Shows what there is so far. */
  void publish(Result partial);

  /** Adds a sentence to the result that a reader must know. */
  void note(String sentence);

  Progress progress();
}
