/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.context;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.loupe.api.target.ScoreRequest;

/**
 * What the user is looking at, at one moment. Immutable.
 *
 * @param model the model; nothing else is set without it
 * @param input what it is fed
 * @param target which number of its answer is asked about
 * @param layer id of the selected layer
 * @param channel the selected channel of that layer, from 0
 * @param method id of the chosen explainer; empty while none was chosen
 * @param background table whose rows the input is compared with, by methods that compare
 */
public record Inspection(Optional<InspectedModel> model, Optional<InspectedInput> input, ScoreRequest target,
    Optional<String> layer, OptionalInt channel, String method, Optional<Path> background) {
  public static final Inspection NOTHING = new Inspection(
      Optional.empty(), Optional.empty(), ScoreRequest.DEFAULT, Optional.empty(), OptionalInt.empty(), "",
      Optional.empty());

  public Inspection {
    Objects.requireNonNull(target);
    Objects.requireNonNull(method);
  }

  /** Whether another one is about a model of the same description. */
  public boolean sameModel(Inspection other) {
    return model.map(InspectedModel::description).equals(other.model.map(InspectedModel::description));
  }

  /** Whether another one asks the same of the same: all but the model's card is equal. */
  public boolean sameQuestion(Inspection other) {
    return sameModel(other) && new Inspection(other.model, input, target, layer, channel, method, background)
        .equals(other);
  }

  /** Whether another one asks the same of the same table, of whichever row; or of the same where there is none. */
  public boolean sameButRow(Inspection other) {
    boolean table = input.isPresent() && other.input.isPresent() && input.get().sameFiles(other.input.get());
    return sameQuestion(table ? new Inspection(other.model, input, other.target, other.layer, other.channel,
        other.method, other.background) : other);
  }

  /** Another model: input, target and layer start afresh, the method stays. */
  public Inspection withModel(InspectedModel other) {
    return new Inspection(Optional.of(other), Optional.empty(), ScoreRequest.DEFAULT, Optional.empty(),
        OptionalInt.empty(), method, Optional.empty());
  }

  /** Another input, asked about its own top class. */
  public Inspection withInput(InspectedInput other) {
    return new Inspection(model, Optional.of(other), ScoreRequest.DEFAULT, layer, channel, method, background);
  }

  /** Another row of the table that is looked at, asked about the same number; without an input nothing changes. */
  public Inspection withRow(String row) {
    return new Inspection(model, input.map(i -> i.withRow(row)), target, layer, channel, method, background);
  }

  /** Compared with the rows of another table, or with none. */
  public Inspection withBackground(Optional<Path> other) {
    return new Inspection(model, input, target, layer, channel, method, other);
  }

  public Inspection withTarget(ScoreRequest other) {
    return new Inspection(model, input, other, layer, channel, method, background);
  }

  /** Another layer: its channel is not chosen yet; the same layer keeps it. */
  public Inspection withLayer(String id) {
    return layer.equals(Optional.of(id)) ? this
        : new Inspection(model, input, target, Optional.of(id), OptionalInt.empty(), method, background);
  }

  /** A channel of a layer. */
  public Inspection withChannel(String layerId, int number) {
    return new Inspection(model, input, target, Optional.of(layerId), OptionalInt.of(number), method, background);
  }

  public Inspection withMethod(String id) {
    return new Inspection(model, input, target, layer, channel, id, background);
  }

  Inspection withCardOf(InspectedModel sameModel) {
    return new Inspection(Optional.of(sameModel), input, target, layer, channel, method, background);
  }
}
