/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/**
 * A small network that is made up at random: values [N, 4, 6, 6] that are used several times, weights that nodes share,
 * operands that are broadcast, and at the end pooling, a dense layer and Softmax. All of it is smooth but for maxima.
 */
final class RandomNetwork {
  private static final String[] ACTIVATIONS = {"Sigmoid", "Tanh", "Softplus", "Softsign", "Elu", "Exp", "Sin"};
  private static final int CHANNELS = 4;

  private final RandomGenerator random;
  private final GraphBuilder graph = new GraphBuilder("network").input("x", DataType.DOUBLE, "N, 4, 6, 6");
  private final List<String> values = new ArrayList<>(List.of("x"));
  private int count;

  RandomNetwork(RandomGenerator random) {
    this.random = random;
    weight("shared", CHANNELS, CHANNELS, 3, 3);
    weight("channel", CHANNELS, 1, 1);
    weight("scale", CHANNELS);
    weight("bias", CHANNELS);
    weight("mean", CHANNELS);
    graph.initializer("variance", ArrayTensor.of(Shape.of(CHANNELS), 0.5, 1.0, 1.5, 0.8));
    weight("dense", CHANNELS, 3);
  }

  private void weight(String name, long... dims) {
    Shape shape = Shape.of(dims);
    graph.initializer(name, ArrayTensor.of(shape, random.doubles(shape.size(), -0.5, 0.5).toArray()));
  }

  /** Values between the input and the output, in an order in which they can be computed. */
  List<String> inner() {
    return values.subList(1, values.size());
  }

  private String any() {
    // Mostly recent values, so that the network gets deep; now and then one from the beginning.
    int back = (int) Math.min(values.size() - 1, random.nextExponential() * 1.5);
    return values.get(values.size() - 1 - back);
  }

  private String add(NodeBuilder node, String... inputs) {
    String name = "v" + count++;
    graph.node(node.inputs(inputs).outputs(name));
    return name;
  }

  private void step() {
    String value = switch (random.nextInt(11)) {
      case 0 -> add(NodeBuilder.of("Conv").ints("pads", 1, 1, 1, 1), any(), "shared", "bias");
      case 1 -> add(NodeBuilder.of("Conv").ints("pads", 2, 2, 2, 2).ints("dilations", 2, 2), any(), "shared");
      case 2 -> add(NodeBuilder.of("BatchNormalization"), any(), "scale", "bias", "mean", "variance");
      case 3 -> add(NodeBuilder.of("Mul"), any(), any());
      case 4 -> add(NodeBuilder.of("Add"), any(), "channel");
      case 5 -> add(NodeBuilder.of("Concat").intValue("axis", 1), half(any(), 0), half(any(), 2));
      // Only of the input: what comes out of pooling ties, and there is no derivative.
      case 6 -> add(NodeBuilder.of("MaxPool").ints("kernel_shape", 3, 3).ints("pads", 1, 1, 1, 1), "x");
      case 7 -> add(NodeBuilder.of("Mul"), any(), squeezed(any()));
      case 8 -> add(NodeBuilder.of("Sum"), any(), any(), any());
      case 9 -> add(NodeBuilder.of("AveragePool").ints("kernel_shape", 3, 3).ints("pads", 1, 1, 1, 1), any());
      default -> add(NodeBuilder.of(ACTIVATIONS[random.nextInt(ACTIVATIONS.length)]), any());
    };
    values.add(add(NodeBuilder.of("Tanh"), value));
  }

  private String half(String value, int from) {
    String picked = "picked" + count++;
    long[] channels = IntStream.range(from, from + CHANNELS / 2).mapToLong(i -> i).toArray();
    graph.initializer(picked, ArrayTensor.of(Shape.of(channels.length), channels));
    return add(NodeBuilder.of("Gather").intValue("axis", 1), value, picked);
  }

  /** One number for each channel, between 0 and 1. */
  private String squeezed(String value) {
    return add(NodeBuilder.of("Sigmoid"), add(NodeBuilder.of("GlobalAveragePool"), value));
  }

  /** The model; its outputs are {@code logits} [N, 3] and {@code y}, their Softmax. */
  OnnxModel build(int steps, long opset) {
    for (int i = 0; i < steps; i++) {
      step();
    }
    String last = values.getLast();
    graph.node(NodeBuilder.of("GlobalAveragePool").inputs(last).outputs("pooled"))
        .node(NodeBuilder.of("Flatten").inputs("pooled").outputs("features"))
        .node(NodeBuilder.of("MatMul").inputs("features", "dense").outputs("logits"))
        .node(NodeBuilder.of("Softmax").inputs("logits").outputs("y").intValue("axis", 1))
        .output("logits", DataType.DOUBLE, "N, 3").output("y", DataType.DOUBLE, "N, 3");
    return new ModelBuilder(graph.build(), opset).build();
  }
}
