/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.loupe.graph.Dim;
import org.loupe.graph.Node;

/**
 * What a shape rule sees of a node: its attributes, the shapes of its inputs and the values of those that shapes are
 * computed from. Asking for what is not known ends the rule.
 */
final class NodeContext {
  private final Node node;
  private final long opset;
  private final Map<String, List<Dim>> shapes;
  private final WholeValues values;

  NodeContext(Node node, long opset, Map<String, List<Dim>> shapes, WholeValues values) {
    this.node = node;
    this.opset = opset;
    this.shapes = shapes;
    this.values = values;
  }

  Node node() {
    return node;
  }

  /** Version of the standard operators. */
  long opset() {
    return opset;
  }

  int inputs() {
    return node.inputs().size();
  }

  boolean hasInput(int i) {
    return !node.input(i).isEmpty();
  }

  /** Shape of an input. */
  List<Dim> shape(int i) {
    return known(shapes.get(node.input(i)));
  }

  /** Rank of the first output, once its shape has been told. */
  int outputRank() {
    return known(shapes.get(node.output(0))).size();
  }

  /** Elements of an input that is a vector or a scalar of whole numbers. */
  List<Whole> wholes(int i) {
    return known(values.get(node.input(i)));
  }

  /** As {@link #wholes}, all of them numbers. */
  long[] numbers(int i) {
    return wholes(i).stream().mapToLong(w -> {
      if (w instanceof Whole.Number n) {
        return n.value();
      }
      throw new UnknownShapeException();
    }).toArray();
  }

  /** Numbers that older operator versions take as an attribute and newer ones as an input. */
  long[] numbers(String attribute, int input, long inputSince) {
    if (opset >= inputSince) {
      return numbers(input);
    }
    return node.ints(attribute).orElseThrow(UnknownShapeException::new);
  }

  /** Whether such numbers are given at all. */
  boolean hasNumbers(String attribute, int input, long inputSince) {
    return opset >= inputSince ? hasInput(input) : node.has(attribute);
  }

  /** An attribute with whole numbers, or {@code count} times a default. */
  long[] ints(String attribute, int count, long byDefault) {
    long[] values = node.ints(attribute).orElseGet(() -> LongStream.generate(() -> byDefault).limit(count).toArray());
    if (values.length != count) {
      throw new UnknownShapeException();
    }
    return values;
  }

  /** Axes as a set of positions. */
  static boolean[] marked(long[] axes, int rank) {
    boolean[] marked = new boolean[rank];
    for (long a : axes) {
      marked[Dims.axis(a, rank)] = true;
    }
    return marked;
  }

  static int[] axes(long[] axes, int rank) {
    return IntStream.range(0, axes.length).map(i -> Dims.axis(axes[i], rank)).toArray();
  }

  private static <T> T known(T value) {
    if (value == null) {
      throw new UnknownShapeException();
    }
    return value;
  }
}
