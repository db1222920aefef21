/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.TensorStorage;
import org.loupe.graph.ValueInfo;

/** Encodes graphs and nodes. */
final class GraphEncoder {
  private GraphEncoder() {
  }

  static WireOutput encode(Graph graph) {
    WireOutput out = new WireOutput();
    graph.nodes().forEach(n -> out.message(OnnxFields.Graph.NODE, encode(n)));
    out.string(OnnxFields.Graph.NAME, graph.name());
    graph.initializers().forEach(i -> initializer(out, i));
    values(out, OnnxFields.Graph.INPUT, graph.inputs());
    values(out, OnnxFields.Graph.OUTPUT, graph.outputs());
    values(out, OnnxFields.Graph.VALUE_INFO, graph.valueInfos());
    return out;
  }

  static void values(WireOutput out, int field, Iterable<ValueInfo> values) {
    values.forEach(v -> out.message(field, TypeEncoder.encode(v)));
  }

  static void initializer(WireOutput out, Initializer i) {
    if (i.storage() instanceof TensorStorage.Sparse s) {
      out.message(OnnxFields.Graph.SPARSE_INITIALIZER, TensorEncoder.encodeSparse(i, s));
    } else {
      out.message(OnnxFields.Graph.INITIALIZER, TensorEncoder.encode(i));
    }
  }

  static WireOutput encode(Node node) {
    WireOutput out = new WireOutput();
    node.inputs().forEach(i -> out.string(OnnxFields.Node.INPUT, i));
    node.outputs().forEach(o -> out.string(OnnxFields.Node.OUTPUT, o));
    out.text(OnnxFields.Node.NAME, node.name());
    out.text(OnnxFields.Node.OP_TYPE, node.opType());
    node.attributes().forEach(
        (name, value) -> out.message(OnnxFields.Node.ATTRIBUTE, AttributeEncoder.encode(name, value)));
    out.text(OnnxFields.Node.DOMAIN, node.domain());
    out.text(OnnxFields.Node.OVERLOAD, node.overload());
    return out;
  }
}
