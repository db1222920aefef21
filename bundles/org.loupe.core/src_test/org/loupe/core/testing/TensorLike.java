/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.testing;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.modality.Modality;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.Setting;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Takes any tensor times a scale; a file becomes a tensor of 8 times its size in bytes. Its parts are the elements. */
public class TensorLike implements Modality<TensorLike.Card> {
  public final String id;

  public record Card(@Setting(label = "Scale", doc = "Times what.", defaultValue = "1", min = -10, max = 10)
      double scale, @Setting(label = "Size", doc = "Extents.", defaultValue = "") java.util.List<Integer> size,
      @Setting(label = "Flip", doc = "Whether.", defaultValue = "false") boolean flip) {
  }

  public TensorLike(String id) {
    this.id = id;
  }

  @Override
  public Class<Card> cardType() {
    return Card.class;
  }

  @Override
  public Optional<Map<String, String>> propose(ValueSpec input, ModelDescription model) {
    return Optional.of(Map.of("scale", "2"));
  }

  @Override
  public DecodedInput decode(Path file, ValueSpec input, Card card, Progress progress) throws LoupeException {
    double[] values = new double[8];
    java.util.Arrays.fill(values, file.toFile().length() * card.scale());
    return DecodedInput.plain(input.name(), ArrayTensor.of(Shape.of(1, 8), values), id);
  }

  @Override
  public DecodedInput wrap(Tensor tensor, ValueSpec input, Card card) throws LoupeException {
    double[] values = tensor.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] *= card.scale();
    }
    return DecodedInput.plain(input.name(), ArrayTensor.convert(tensor.type(), tensor.shape(), values), id);
  }

  @Override
  public Players players(DecodedInput input, PlayerRequest request) throws LoupeException {
    return new Elements(input.tensor());
  }

  private record Elements(Tensor tensor) implements Players {
    @Override
    public int count() {
      return (int) tensor.size();
    }

    @Override
    public String label(int player) {
      return "element " + player;
    }

    @Override
    public Tensor without(BitSet absent, Tensor baseline) {
      double[] values = tensor.toDoubles();
      absent.stream().forEach(i -> values[i] = baseline.get(i));
      return ArrayTensor.convert(tensor.type(), tensor.shape(), values);
    }

    @Override
    public Tensor spread(double[] values) {
      return ArrayTensor.of(tensor.shape(), values);
    }
  }
}
