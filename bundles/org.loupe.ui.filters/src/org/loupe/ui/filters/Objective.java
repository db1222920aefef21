/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;

/** What is climbed for. */
public enum Objective {
  CHANNEL, NEURON, LAYER, DIRECTION, CLASS;

  /** Whether it wants a word more than the layer and channel that are selected. */
  boolean hasDetail() {
    return this == NEURON || this == DIRECTION || this == CLASS;
  }

  String label() {
    return switch (this) {
      case CHANNEL -> Messages.Objective_channel;
      case NEURON -> Messages.Objective_neuron;
      case LAYER -> Messages.Objective_layer;
      case DIRECTION -> Messages.Objective_direction;
      case CLASS -> Messages.Objective_class;
    };
  }

  String hint() {
    return switch (this) {
      case NEURON -> Messages.Objective_neuronHint;
      case DIRECTION -> Messages.Objective_directionHint;
      case CLASS -> Messages.Objective_classHint;
      case CHANNEL, LAYER -> "";
    };
  }

  /**
   * The target.
   *
   * @param detail what the user has written: of a neuron {@code row, column}, of a direction {@code channel: weight}
   *     pairs, of a class its index or label
   * @throws LoupeException USAGE with what is wrong about the detail
   */
  ScoreRequest target(Focus focus, String detail) throws LoupeException {
    String layer = focus.layer().id();
    Target target = switch (this) {
      case CHANNEL -> new Target.Channel(layer, focus.channel());
      case NEURON -> new Target.Neuron(layer, place(focus.channel(), detail));
      case LAYER -> new Target.Layer(layer);
      case DIRECTION -> new Target.Direction(layer, weights(focus, detail));
      case CLASS -> classOf(detail);
    };
    return new ScoreRequest(target, Optional.empty(), ScoreScale.LOGIT);
  }

  private static List<Integer> place(int channel, String detail) throws LoupeException {
    List<Integer> out = new ArrayList<>(List.of(channel));
    try {
      for (String part : detail.isBlank() ? new String[0] : detail.split(",")) {
        out.add(Integer.parseInt(part.strip()));
      }
    } catch (NumberFormatException e) {
      throw LoupeException.usage(Texts.bind(Messages.Objective_badPlace, detail));
    }
    return out;
  }

  private static List<Double> weights(Focus focus, String detail) throws LoupeException {
    int channels = focus.channels().orElseThrow(
        () -> LoupeException.usage(Texts.bind(Messages.Objective_openChannels, focus.layer().id())));
    List<Double> out = new ArrayList<>(Collections.nCopies(channels, 0.0));
    boolean any = false;
    for (String pair : detail.split(",")) {
      String[] sides = pair.split(":");
      try {
        int channel = Integer.parseInt(sides[0].strip());
        double weight = sides.length == 1 ? 1 : Double.parseDouble(sides[1].strip());
        if (sides.length > 2 || channel < 0 || channel >= channels || !Double.isFinite(weight)) {
          throw LoupeException.usage(Texts.bind(Messages.Objective_badWeight, pair.strip(), channels - 1));
        }
        out.set(channel, weight);
        any |= weight != 0;
      } catch (NumberFormatException e) {
        throw LoupeException.usage(Texts.bind(Messages.Objective_badWeight, pair.strip(), channels - 1));
      }
    }
    if (!any) {
      throw LoupeException.usage(Messages.Objective_noWeight);
    }
    return out;
  }

  private static Target classOf(String detail) throws LoupeException {
    String text = detail.strip();
    if (text.isEmpty()) {
      throw LoupeException.usage(Messages.Objective_noClass);
    }
    try {
      return new Target.ClassIndex(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return new Target.ClassLabel(text);
    }
  }
}
