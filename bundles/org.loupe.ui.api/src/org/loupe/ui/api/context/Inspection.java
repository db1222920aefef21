/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.context;

import java.util.Objects;
import java.util.Optional;
import org.loupe.api.target.ScoreRequest;

/**
 * What the user is looking at, at one moment. Immutable.
 *
 * @param model the model; nothing else is set without it
 * @param input what it is fed
 * @param target which number of its answer is asked about
 * @param layer id of the selected layer
 * @param method id of the chosen explainer; empty while none was chosen
 */
public record Inspection(Optional<InspectedModel> model, Optional<InspectedInput> input, ScoreRequest target,
    Optional<String> layer, String method) {
  public static final Inspection NOTHING =
      new Inspection(Optional.empty(), Optional.empty(), ScoreRequest.DEFAULT, Optional.empty(), "");

  public Inspection {
    Objects.requireNonNull(target);
    Objects.requireNonNull(method);
  }

  /** Another model: input, target and layer start afresh, the method stays. */
  public Inspection withModel(InspectedModel other) {
    return new Inspection(Optional.of(other), Optional.empty(), ScoreRequest.DEFAULT, Optional.empty(), method);
  }

  /** Another input, asked about its own top class. */
  public Inspection withInput(InspectedInput other) {
    return new Inspection(model, Optional.of(other), ScoreRequest.DEFAULT, layer, method);
  }

  public Inspection withTarget(ScoreRequest other) {
    return new Inspection(model, input, other, layer, method);
  }

  public Inspection withLayer(String id) {
    return new Inspection(model, input, target, Optional.of(id), method);
  }

  public Inspection withMethod(String id) {
    return new Inspection(model, input, target, layer, id);
  }

  Inspection withCardOf(InspectedModel sameModel) {
    return new Inspection(Optional.of(sameModel), input, target, layer, method);
  }
}
