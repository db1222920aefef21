/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** All that a model says, as text, wherever its constants are stored: equal texts mean equal models. */
public final class Description {
  private Description() {
  }

  public static String of(OnnxModel m) {
    return m.header() + "\n" + new TreeMap<>(m.opsets()) + "\n" + of(m.graph()) + m.functions().stream().map(
        f -> "function " + f.domain() + " " + f.name() + " " + f.overload() + f.inputs() + f.outputs() + f.attributes()
            + attributes(f.defaults()) + new TreeMap<>(f.opsets()) + nodes(f.nodes()))
        .collect(Collectors.joining("\n"));
  }

  public static String of(Graph g) {
    return "graph " + g.name() + "\nin " + g.inputs() + "\nout " + g.outputs() + "\ninfo " + g.valueInfos()
        + g.initializers().stream().map(Description::of).collect(Collectors.joining("\n", "\n", "\n"))
        + nodes(g.nodes());
  }

  public static String of(Initializer i) {
    return i.name() + " " + i.type() + " " + i.shape() + " "
        + (i.storage() instanceof TensorStorage.Sparse ? "sparse " : "") + elements(i);
  }

  private static String elements(Initializer i) {
    try {
      Tensor t = ConstantReader.tensor(i);
      return t instanceof TextTensor text ? text.values().toString() : Arrays.toString(t.toDoubles());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nodes(List<Node> nodes) {
    return nodes.stream().map(n -> n.index() + " " + n.name() + " " + n.qualifiedType() + " " + n.overload()
        + n.inputs() + n.outputs() + attributes(n.attributes())).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String attributes(Map<String, Attribute> attributes) {
    StringBuilder out = new StringBuilder("{");
    attributes.forEach((key, value) -> out.append(key).append('=').append(switch (value) {
      case Attribute.TensorValue t -> of(t.tensor());
      case Attribute.TensorList l -> l.tensors().stream().map(Description::of).toList().toString();
      case Attribute.GraphValue g -> of(g.graph());
      case Attribute.GraphList l -> l.graphs().stream().map(Description::of).toList().toString();
      default -> value.toString();
    }).append(' '));
    return out.append('}').toString();
  }
}
