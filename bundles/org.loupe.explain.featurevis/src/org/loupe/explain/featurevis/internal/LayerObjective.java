/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.Target;
import org.loupe.api.target.TargetSyntax;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Tensor;

/**
 * Objectives over one layer, of which a border of the map may be left out: the mean of a channel, one for each picture;
 * a direction; the mean of the squares of the whole layer, whose derivative depends on the layer's value, so that a
 * step takes one more forward pass.
 */
final class LayerObjective implements Objective {
  private static final Set<String> RECTIFIERS = Set.of("Relu", "Clip");
  private final ExplainContext context;
  private final Subject.Single subject;
  private final String input;
  private final String layer;
  private final List<Target> targets;
  private final List<Tensor> weights;
  private final boolean squares;

  private LayerObjective(ExplainContext context, Subject.Single subject, String input, String layer,
      List<Target> targets, List<Tensor> weights) {
    this.context = context;
    this.subject = subject;
    this.input = input;
    this.layer = layer;
    this.targets = targets;
    this.weights = weights;
    this.squares = targets.get(0) instanceof Target.Layer;
  }

  /**
   * Objectives of a layer.
   *
   * @param target a channel, a direction or a layer
   * @param also further channels
   * @param border elements at each edge of the map that do not count
   * @throws LoupeException USAGE if there are further channels of no channel, or one that does not exist
   */
  static LayerObjective of(ExplainContext context, Subject.Single subject, String input, Target target,
      List<Integer> also, int border) throws LoupeException {
    String layer = layer(target);
    Tensor value = context.forward(new ForwardRequest(subject.tensors(), List.of(layer))).value(layer);
    LayerWeights shape = new LayerWeights(value.shape(), value.type(), border);
    List<Target> targets = new ArrayList<>();
    List<Tensor> weights = new ArrayList<>();
    switch (target) {
      case Target.Channel first -> {
        Set<Integer> channels = new LinkedHashSet<>();
        channels.add(first.channel());
        channels.addAll(also);
        for (int channel : channels) {
          if (channel >= value.shape().dim(1)) {
            throw LoupeException.usage("channel " + channel + " is out of range: layer " + layer
                + " has channels 0 to " + (value.shape().dim(1) - 1));
          }
          targets.add(new Target.Channel(layer, channel));
          weights.add(shape.channel(channel));
        }
      }
      case Target.Direction direction -> {
        targets.add(direction);
        weights.add(shape.direction(direction.weights()));
      }
      default -> {
        targets.add(target);
        weights.add(shape.whole());
      }
    }
    return new LayerObjective(context, subject, input, layer, targets, weights);
  }

  private static String layer(Target target) {
    return switch (target) {
      case Target.Channel c -> c.layer();
      case Target.Direction d -> d.layer();
      case Target.Layer l -> l.layer();
      default -> throw new IllegalArgumentException(target + " is of no layer");
    };
  }

  @Override
  public int pictures() {
    return targets.size();
  }

  @Override
  public String name(int picture) {
    return TargetSyntax.format(targets.get(picture));
  }

  @Override
  public List<Slope> slopes(List<Tensor> inputs) throws LoupeException {
    List<Tensor> now = squares ? atValues(inputs) : weights;
    List<Slope> out = new ArrayList<>();
    // The derivative of a square times what it is taken of is twice the square.
    context.gradients(layer, inputs.size(), i -> Map.of(input, inputs.get(i)), now::get, GradientQuery.by(input),
        g -> out.add(new Slope(squares ? g.score() / 2 : g.score(), g.by(input))));
    return out;
  }

  @Override
  public Optional<Tensor> beforeRectifier(int picture, Tensor look) throws LoupeException {
    Optional<String> before = context.model().layer(layer).filter(l -> RECTIFIERS.contains(l.operator()))
        .flatMap(l -> l.inputs().stream().findFirst()).filter(i -> context.model().layer(i).isPresent());
    if (before.isEmpty() || squares) {
      return Optional.empty();
    }
    List<Tensor> out = new ArrayList<>();
    context.gradients(before.get(), 1, i -> Map.of(input, look), i -> weights.get(picture), GradientQuery.by(input),
        g -> out.add(g.by(input)));
    return Optional.of(out.get(0));
  }

  /** The derivative of a weighted sum of squares. */
  private List<Tensor> atValues(List<Tensor> inputs) throws LoupeException {
    List<Tensor> out = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      double[] value = value(inputs.get(i)).toDoubles();
      double[] weight = weights.get(i).toDoubles();
      for (int k = 0; k < value.length; k++) {
        value[k] = weight[k] == 0 ? 0 : 2 * weight[k] * value[k];
      }
      out.add(ArrayTensor.convert(weights.get(i).type(), weights.get(i).shape(), value));
    }
    return out;
  }

  @Override
  public double[] scores(List<Tensor> inputs) throws LoupeException {
    double[] out = new double[inputs.size()];
    for (int i = 0; i < out.length; i++) {
      double[] value = value(inputs.get(i)).toDoubles();
      double[] weight = weights.get(i).toDoubles();
      for (int k = 0; k < value.length; k++) {
        double v = squares ? value[k] * value[k] : value[k];
        out[i] += weight[k] == 0 ? 0 : weight[k] * v;
      }
    }
    return out;
  }

  private Tensor value(Tensor picture) throws LoupeException {
    Map<String, Tensor> fed = new LinkedHashMap<>(subject.tensors());
    fed.put(input, picture);
    return context.forward(new ForwardRequest(fed, List.of(layer))).value(layer);
  }
}
