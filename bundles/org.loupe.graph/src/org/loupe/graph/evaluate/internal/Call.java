/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.loupe.graph.Node;

/** One call of an operator: the node, the version of the operators, and the inputs' values. */
public final class Call {
  private final Node node;
  private final long opset;
  private final List<Value> inputs;

  /** @param inputs a null stands for one that is left out */
  public Call(Node node, long opset, List<Value> inputs) {
    this.node = node;
    this.opset = opset;
    this.inputs = Collections.unmodifiableList(inputs);
  }

  public Node node() {
    return node;
  }

  public long opset() {
    return opset;
  }

  public boolean has(int i) {
    return i < inputs.size() && inputs.get(i) != null;
  }

  public Value input(int i) {
    if (!has(i)) {
      throw new IllegalArgumentException("input " + i + " is missing");
    }
    return inputs.get(i);
  }

  public List<Value> inputs() {
    return inputs;
  }

  public boolean flag(String attribute, boolean byDefault) {
    return node.intValue(attribute, byDefault ? 1 : 0) != 0;
  }

  /** A number as an attribute, in single precision as the file has it. */
  public double number(String attribute, double byDefault) {
    return node.has(attribute) ? node.floatValue(attribute, 0) : byDefault;
  }

  public Optional<long[]> list(String attribute) {
    return node.ints(attribute);
  }

  public long[] list(String attribute, long[] byDefault) {
    return node.ints(attribute).orElse(byDefault);
  }

  /**
   * A list that is an attribute in older operator sets and an input since a newer one; empty if it is left out.
   *
   * @throws IllegalArgumentException if it is given in the form of another operator set
   */
  public Optional<long[]> list(String attribute, int input, long inputSince) {
    boolean asInput = opset >= inputSince;
    if (asInput ? node.has(attribute) : has(input)) {
      throw new IllegalArgumentException(attribute + " is " + (asInput ? "an input since" : "an attribute before")
          + " operator set " + inputSince + ", and the model uses " + opset);
    }
    return !asInput ? node.ints(attribute) : has(input) ? Optional.of(input(input).longs()) : Optional.empty();
  }

  /** The position of the axis that an attribute names, in an array of a rank. */
  public int axis(String attribute, long byDefault, int rank) {
    return Dims.axis(node.intValue(attribute, byDefault), rank);
  }
}
