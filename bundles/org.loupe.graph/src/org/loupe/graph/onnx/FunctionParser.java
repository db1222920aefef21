/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.graph.Attribute;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.Node;

/** Reads a function that a model defines for itself. */
final class FunctionParser {
  private final WireInput in;
  private final GraphParser graphs;
  private final List<String> inputs = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private final List<String> attributes = new ArrayList<>();
  private final Map<String, Attribute> defaults = new HashMap<>();
  private final Map<String, Long> opsets = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private String name = "";
  private String domain = "";
  private String overload = "";

  FunctionParser(WireInput in, GraphParser graphs) {
    this.in = in;
    this.graphs = graphs;
  }

  GraphFunction parse() throws IOException {
    in.limits().charge(in.file(), 600);
    in.message(this::field);
    return new GraphFunction(domain, name, overload, inputs, outputs, attributes, defaults, opsets, nodes);
  }

  private void field(int field) throws IOException {
    switch (field) {
      case OnnxFields.Function.NAME -> name = in.string();
      case OnnxFields.Function.DOMAIN -> domain = NodeParser.domain(in.string());
      case OnnxFields.Function.OVERLOAD -> overload = in.string();
      case OnnxFields.Function.INPUT -> inputs.add(in.string());
      case OnnxFields.Function.OUTPUT -> outputs.add(in.string());
      case OnnxFields.Function.ATTRIBUTE -> attributes.add(in.string());
      case OnnxFields.Function.ATTRIBUTE_PROTO -> graphs.nodes().attributes().parse(defaults);
      case OnnxFields.Function.OPSET_IMPORT -> graphs.opset(opsets);
      case OnnxFields.Function.NODE -> nodes.add(graphs.nodes().parse(nodes.size()));
      default -> in.skip();
    }
  }
}
