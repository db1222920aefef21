/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.target;

/**
 * What is to be explained: one number of the model's answer. The grammar of the command line is
 * {@link TargetSyntax}; more kinds follow with the methods that need them.
 */
public sealed interface Target permits Target.TopClass, Target.ClassIndex, Target.ClassLabel, Target.ClassDifference,
    Target.Neuron, Target.Channel, Target.Layer, Target.Direction, Target.None {

  /** The class with the highest score for the input at hand. */
  record TopClass() implements Target {
  }

  /** The score of one class. @param index position along the class axis, from 0 */
  record ClassIndex(int index) implements Target {
  }

  /** The score of the class of this label, as the input card or the model names it. */
  record ClassLabel(String label) implements Target {
  }

  /** Why A and not B: the score of one class less that of another. */
  record ClassDifference(int index, int other) implements Target {
  }

  /** One element of a layer's value. @param index position without the batch axis, outermost first */
  record Neuron(String layer, java.util.List<Integer> index) implements Target {
    public Neuron {
      index = java.util.List.copyOf(index);
    }
  }

  /** The mean of one channel of a layer; the channel axis is the one after the batch axis. */
  record Channel(String layer, int channel) implements Target {
  }

  /** How strongly a layer answers at all: the mean of the squares of its elements. */
  record Layer(String layer) implements Target {
  }

  /**
   * A direction in the space of a layer's channels: the weighted sum of the means of the channels. The channel axis is
   * the one after the batch axis.
   *
   * @param weights one for each channel, not all of them 0
   */
  record Direction(String layer, java.util.List<Double> weights) implements Target {
    public Direction {
      weights = java.util.List.copyOf(weights);
    }
  }

  /** Nothing: for a method that shows what lies inside and asks for no score. */
  record None() implements Target {
  }
}
