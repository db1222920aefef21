/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.internal.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.modality.Modality;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.input.GridLayout;
import org.loupe.toolkit.input.TensorFit;
import org.loupe.toolkit.players.WindowPlayers;

/** Plain tensors of any type, from NPY files: what an input is when nothing more is known of it. */
public final class TensorModality implements Modality<TensorCard> {
  @Override
  public Class<TensorCard> cardType() {
    return TensorCard.class;
  }

  @Override
  public Optional<Map<String, String>> propose(ValueSpec input, ModelDescription model) {
    return input.kind() == ValueKind.TENSOR ? Optional.of(Map.of()) : Optional.empty();
  }

  @Override
  public DecodedInput decode(Path file, ValueSpec input, TensorCard card, Progress progress) throws LoupeException {
    progress.check();
    try {
      return wrap(NpyReader.read(file), input, card);
    } catch (IOException e) {
      throw LoupeException.badInput(e.getMessage(), e);
    }
  }

  @Override
  public DecodedInput wrap(Tensor tensor, ValueSpec input, TensorCard card) throws LoupeException {
    Tensor fitted = TensorFit.fit(tensor, input);
    List<String> features = card.featureNames();
    Shape shape = fitted.shape();
    if (!features.isEmpty() && (shape.rank() == 0 || features.size() != shape.dim(-1))) {
      throw LoupeException.badInput("the card names " + features.size() + " features; input " + input.name()
          + " has the shape " + shape);
    }
    return new DecodedInput(input.name(), fitted, "tensor", axes(fitted, input, card), Optional.empty(), features);
  }

  private static Optional<SpatialAxes> axes(Tensor tensor, ValueSpec input, TensorCard card) throws LoupeException {
    Shape shape = tensor.shape();
    return switch (card.layout()) {
      case NONE -> Optional.empty();
      case AUTO -> GridLayout.guess(shape.dims()).map(GridLayout::axes);
      case NCHW, NHWC -> {
        if (shape.rank() != 4) {
          throw LoupeException.badInput("the card gives input " + input.name() + " the layout " + card.layout()
              + ", which has 4 axes; its shape is " + shape);
        }
        yield Optional.of(GridLayout.valueOf(card.layout().name()).axes());
      }
    };
  }

  @Override
  public Players players(DecodedInput input, PlayerRequest request) throws LoupeException {
    return switch (request) {
      case PlayerRequest.Windows windows -> WindowPlayers.of(input, windows);
    };
  }
}
