/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** A node that is made up at random: its inputs, with tensors that fit, and its attributes. */
final class Draw {
  private final RandomGenerator random;
  private final long opset;
  private final ElementType real;
  private final NodeBuilder node;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Tensor> variables = new LinkedHashMap<>();
  private final Map<String, Tensor> constants = new LinkedHashMap<>();
  private int outputs = 1;

  /** @param real the type of floating-point inputs */
  Draw(String operator, long opset, ElementType real, RandomGenerator random) {
    this.node = NodeBuilder.of(operator);
    this.opset = opset;
    this.real = real;
    this.random = random;
  }

  long opset() {
    return opset;
  }

  NodeBuilder node() {
    return node;
  }

  boolean coin() {
    return random.nextBoolean();
  }

  /** A whole number; both bounds can come. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  float real(double low, double high) {
    return (float) random.nextDouble(low, high);
  }

  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  int[] dims(int rank) {
    return IntStream.range(0, rank).map(a -> between(1, 4)).toArray();
  }

  /** An axis, from the front or, where the operator set allows, from the end. */
  int axis(int rank, boolean negative) {
    return between(negative ? -rank : 0, rank - 1);
  }

  /** Some axes, each at most once. */
  long[] axes(int rank, boolean negative) {
    long[] axes = IntStream.range(0, rank).filter(a -> coin()).mapToLong(a -> negative && coin() ? a - rank : a)
        .toArray();
    return axes.length > 0 ? axes : new long[] {rank - 1};
  }

  long[] list(int length, int low, int high) {
    return IntStream.range(0, length).mapToLong(i -> between(low, high)).toArray();
  }

  Draw reals(int... dims) {
    return reals(-2, 2, dims);
  }

  /** An input of distinct numbers that are evenly spread over a range. */
  Draw reals(double low, double high, int... dims) {
    int size = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    double[] elements = new double[size];
    double offset = random.nextDouble(0.3, 0.4);
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      elements[i] = elements[j];
      elements[j] = low + (i + offset) * (high - low) / size;
    }
    return variable(ArrayTensor.convert(real, shape(dims), elements));
  }

  Draw truths(int... dims) {
    int size = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    return variable(ArrayTensor.convert(ElementType.BOOL, shape(dims),
        IntStream.range(0, size).mapToDouble(i -> between(0, 1)).toArray()));
  }

  /** An input of whole numbers of a type. */
  Draw numbers(ElementType type, int low, int high, int... dims) {
    int size = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    return variable(ArrayTensor.convert(type, shape(dims),
        IntStream.range(0, size).mapToDouble(i -> between(low, high)).toArray()));
  }

  private static Shape shape(int... dims) {
    return Shape.of(Arrays.stream(dims).asLongStream().toArray());
  }

  private Draw variable(Tensor tensor) {
    names.add("x" + names.size());
    variables.put(names.getLast(), tensor);
    return this;
  }

  /** A constant list. */
  Draw constant(long... values) {
    return constant(ArrayTensor.of(Shape.of(values.length), values));
  }

  Draw scalar(long value) {
    return constant(ArrayTensor.of(Shape.of(), value));
  }

  /** A constant number of the type of the inputs. */
  Draw realScalar(double value) {
    return constant(ArrayTensor.convert(real, Shape.of(), value));
  }

  Draw constant(Tensor tensor) {
    names.add("x" + names.size());
    constants.put(names.getLast(), tensor);
    return this;
  }

  /** Leaves an input out. */
  Draw none() {
    names.add("");
    return this;
  }

  /** A list as an attribute, or as a constant input since an operator set. */
  Draw list(String attribute, long inputSince, long... values) {
    if (opset >= inputSince) {
      return constant(values);
    }
    node.ints(attribute, values);
    return this;
  }

  Draw outputs(int count) {
    outputs = count;
    return this;
  }

  Map<String, Tensor> variables() {
    return variables;
  }

  List<String> outputNames() {
    return IntStream.range(0, outputs).mapToObj(i -> "y" + i).toList();
  }

  OnnxModel model() {
    GraphBuilder graph = new GraphBuilder("random");
    variables.forEach((name, tensor) -> graph.input(new ValueInfo(name, new ValueType.TensorType(
        DataType.of(tensor.type()), Optional.of(Arrays.stream(tensor.shape().dims())
            .mapToObj(Dim::of).toList())))));
    constants.forEach(graph::initializer);
    graph.node(node.inputs(names.toArray(new String[0])).outputs(outputNames().toArray(new String[0])));
    outputNames().forEach(y -> graph.output(new ValueInfo(y, ValueType.UNKNOWN)));
    return new ModelBuilder(graph.build(), opset).irVersion(opset < 23 ? 8 : 11).build();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(node.build(0) + " of " + variables + " in operator set " + opset);
    constants.forEach((name, tensor) -> text.append(", ").append(name).append(" = ")
        .append(Arrays.toString(tensor.toDoubles())));
    return text.toString();
  }
}
