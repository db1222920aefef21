/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.io.IOException;
import java.util.List;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.Node;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;

/** The attributes of a node, with errors that name it. */
final class NodeAttributes {
  /** More nodes, columns or targets than any real ensemble has. */
  private static final long MOST = 1 << 27;
  private final Node node;

  NodeAttributes(Node node) {
    this.node = node;
  }

  private interface Read<T> {
    T value();
  }

  /** An attribute of another type than the specification's is the file's fault. */
  private static <T> T typed(Read<T> read) throws ModelFormatException {
    try {
      return read.value();
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(e.getMessage(), e);
    }
  }

  boolean has(String name) {
    return node.has(name);
  }

  long whole(String name, long otherwise) throws ModelFormatException {
    return typed(() -> node.intValue(name, otherwise));
  }

  String text(String name, String otherwise) throws ModelFormatException {
    return typed(() -> node.string(name, otherwise));
  }

  List<String> texts(String name) throws ModelFormatException {
    return typed(() -> node.strings(name)).orElse(List.of());
  }

  /** Empty if it is absent. */
  long[] wholes(String name) throws ModelFormatException {
    return typed(() -> node.ints(name)).orElse(new long[0]);
  }

  /** A list of numbers, or the tensor of the same name with {@code _as_tensor}; empty if both are absent. */
  double[] numbers(String name) throws IOException {
    var tensor = typed(() -> node.tensor(name + "_as_tensor"));
    if (tensor.isPresent()) {
      return read(name + "_as_tensor");
    }
    float[] floats = typed(() -> node.floats(name)).orElse(new float[0]);
    double[] out = new double[floats.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = floats[i];
    }
    return out;
  }

  /** The numbers of a tensor; empty if it is absent. */
  double[] read(String name) throws IOException {
    var constant = typed(() -> node.tensor(name));
    if (constant.isEmpty()) {
      return new double[0];
    }
    if (constant.get().size() > MOST) {
      throw new ModelFormatException(name + " of " + node.label() + " has " + constant.get().size()
          + " elements: no real ensemble does");
    }
    Tensor tensor = ConstantReader.tensor(constant.get());
    if (tensor.type() == ElementType.STRING) {
      throw new ModelFormatException(name + " of " + node.label() + " has texts where numbers belong");
    }
    return tensor.toDoubles();
  }

  /** @throws ModelFormatException if a list has another length */
  void requireLength(String name, int length, int expected) throws ModelFormatException {
    if (length != expected) {
      throw new ModelFormatException(name + " of " + node.label() + " has " + length + " elements where "
          + expected + " belong");
    }
  }

  /** A number from a list as an index. */
  int index(String name, long value, long below) throws ModelFormatException {
    if (value < 0 || value >= below) {
      throw new ModelFormatException(name + " of " + node.label() + " has " + value + ", but indices are 0 to "
          + (below - 1));
    }
    return (int) value;
  }

  String label() {
    return node.label();
  }
}
