/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.modality;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.tensor.Tensor;

/**
 * A kind of data, as pictures: turns files into model inputs by the input card, and offers players and masking, so that
 * every perturbation method works on it. Contributed to {@code org.loupe.api.modalities}. Stateless; may be called by
 * several threads.
 *
 * @param <C> its part of the input card, a settings record
 */
public interface Modality<C extends Record> {
  Class<C> cardType();

  /**
   * A first card entry for an input, as far as its declared type and the model's facts tell.
   *
   * @return settings by key; empty if the input does not look like this kind of data
   */
  Optional<Map<String, String>> propose(ValueSpec input, ModelDescription model);

  /**
   * Decodes a file to a model input.
   *
   * @throws LoupeException BAD_INPUT if the file is unreadable, no such data, too large, or the card does not fit the
   * input
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  DecodedInput decode(Path file, ValueSpec input, C card, Progress progress) throws LoupeException;

  /**
   * Takes a tensor that is already what the model wants, as one from an {@code .npy} file.
   *
   * @throws LoupeException BAD_INPUT if it does not fit the input
   */
  DecodedInput wrap(Tensor tensor, ValueSpec input, C card) throws LoupeException;

  /**
   * An input that shows nothing, as a grey picture: what methods that make inputs of their own start from.
   *
   * @return empty if there is no such thing
   * @throws LoupeException BAD_INPUT if the card does not fit the input
   */
  default Optional<DecodedInput> blank(ValueSpec input, C card) throws LoupeException {
    return Optional.empty();
  }

  /**
   * Parts of an input that can be taken away.
   *
   * @throws LoupeException USAGE if the request does not fit the input
   */
  Players players(DecodedInput input, PlayerRequest request) throws LoupeException;
}
