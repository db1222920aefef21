/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.graph.Attribute;
import org.loupe.graph.Node;

/** Reads nodes. */
final class NodeParser {
  private final WireInput in;
  private final AttributeParser attributes;

  NodeParser(WireInput in, GraphParser graphs, TensorParser tensors, TypeParser types) {
    this.in = in;
    this.attributes = new AttributeParser(in, graphs, tensors, types);
  }

  AttributeParser attributes() {
    return attributes;
  }

  /** The standard domain has two spellings. */
  static String domain(String name) {
    return name.equals("ai.onnx") ? "" : name;
  }

  Node parse(int index) throws IOException {
    in.limits().charge(in.file(), 240);
    List<String> inputs = new ArrayList<>(2);
    List<String> outputs = new ArrayList<>(1);
    Map<String, Attribute> values = new LinkedHashMap<>(2);
    String[] text = {"", "", "", ""};
    in.message(field -> {
      switch (field) {
        case OnnxFields.Node.INPUT -> inputs.add(in.string());
        case OnnxFields.Node.OUTPUT -> outputs.add(in.string());
        case OnnxFields.Node.NAME -> text[0] = in.string();
        case OnnxFields.Node.OP_TYPE -> text[1] = in.string().intern();
        case OnnxFields.Node.DOMAIN -> text[2] = domain(in.string());
        case OnnxFields.Node.OVERLOAD -> text[3] = in.string();
        case OnnxFields.Node.ATTRIBUTE -> attributes.parse(values);
        default -> in.skip();
      }
    });
    return new Node(index, text[0], text[1], text[2], text[3], inputs, outputs, values);
  }
}
