/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.Node;
import org.loupe.math.tensor.Tensor;

/** What a rule may know about the node that it differentiates. */
public class NodeFacts {
  private final GraphFacts graph;
  private final GradientPaths paths;
  private final Node node;
  private final Set<Integer> wanted;
  private final Set<Integer> flowing;

  NodeFacts(GraphFacts graph, GradientPaths paths, Node node, Set<Integer> wanted, Set<Integer> flowing) {
    this.graph = graph;
    this.paths = paths;
    this.node = node;
    this.wanted = wanted;
    this.flowing = flowing;
  }

  NodeFacts(NodeFacts other) {
    this(other.graph, other.paths, other.node, other.wanted, other.flowing);
  }

  public Node node() {
    return node;
  }

  /** Version of the standard operators that the model uses. */
  public long opset() {
    return graph.opset();
  }

  /** Whether the cotangent of an input is wanted. */
  public boolean wants(int input) {
    return wanted.contains(input);
  }

  /** Whether an output leads to the target, so that it has a cotangent. */
  public boolean flows(int output) {
    return flowing.contains(output);
  }

  /**
   * The node that gives a value, if this rule may differentiate through it in one go: the value itself is not asked
   * for, and the rule set does not swap that node's rule. What other nodes contribute to the value stays with its own
   * rule.
   */
  public Optional<Node> inner(String value) {
    return paths.inner(value);
  }

  /** The elements of a value that is a small constant of whole numbers. */
  public Optional<long[]> wholeNumbers(String value) {
    return value.isEmpty() ? Optional.empty()
        : graph.constant(value).map(t -> Arrays.stream(t.toDoubles()).mapToLong(d -> (long) d).toArray());
  }

  /** The single number that a value is, if it is a constant of one element. */
  public Optional<Double> number(String value) {
    return graph.constant(value).filter(t -> t.size() == 1).map(t -> t.get(0));
  }

  public String input(int i) {
    return node.input(i);
  }

  public boolean hasInput(int i) {
    return !node.input(i).isEmpty();
  }

  public String output(int i) {
    return node.output(i);
  }

  public DataType type(String value) {
    return graph.type(value);
  }

  /** The extents of a value. @throws RuleException if not even the rank is known */
  public List<Dim> dims(String value) {
    return graph.dims(value).orElseThrow(() -> new RuleException("the shape of '" + value + "' is not known"));
  }

  public Optional<List<Dim>> knownDims(String value) {
    return graph.dims(value);
  }

  public int rank(String value) {
    return dims(value).size();
  }

  /** The extents of a value if all from an axis on are fixed. */
  public Optional<long[]> fixedFrom(String value, int axis) {
    List<Dim> dims = dims(value);
    List<Dim> some = dims.subList(Math.min(axis, dims.size()), dims.size());
    return some.stream().allMatch(d -> d instanceof Dim.Fixed)
        ? Optional.of(some.stream().mapToLong(d -> ((Dim.Fixed) d).size()).toArray()) : Optional.empty();
  }

  /** The position of an axis that may count from the end. @throws RuleException if there is no such axis */
  public static int axis(long axis, int rank) {
    long a = axis < 0 ? axis + rank : axis;
    if (a < 0 || a >= rank) {
      throw new RuleException("axis " + axis + " does not exist in " + rank + " axes");
    }
    return (int) a;
  }

  /** Positions of axes that may count from the end. */
  public static int[] axes(long[] axes, int rank) {
    return Arrays.stream(axes).mapToInt(a -> axis(a, rank)).toArray();
  }

  /** The elements of an input that is a small constant; empty if it is left out or computed. */
  public Optional<double[]> numbers(int input) {
    return hasInput(input) ? graph.constant(input(input)).map(Tensor::toDoubles) : Optional.empty();
  }

  /** The elements of an input that is a small constant of whole numbers; empty if it is left out or computed. */
  public Optional<long[]> wholes(int input) {
    return wholeNumbers(input(input));
  }

  /**
   * A list that an operator takes as an attribute in older and as an input in newer operator sets.
   *
   * @return empty if there is neither
   * @throws RuleException if the input is not a constant
   */
  public Optional<long[]> attributeOrInput(String attribute, int input) {
    Optional<long[]> list = node.ints(attribute);
    if (list.isPresent() || !hasInput(input)) {
      return list;
    }
    return Optional.of(wholes(input).orElseThrow(
        () -> new RuleException("'" + input(input) + "' (" + attribute + ") is computed, not a constant")));
  }

  /** The numbers from 0 to {@code n - 1}. */
  public static long[] upTo(int n) {
    return LongStream.range(0, n).toArray();
  }
}
