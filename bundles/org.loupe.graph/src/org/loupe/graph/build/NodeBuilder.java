/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.graph.Attribute;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.math.tensor.Tensor;

/** Describes a node to be added to a graph. */
public final class NodeBuilder {
  private final String opType;
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private String domain = "";
  private String overload = "";
  private String name = "";
  private List<String> inputs = List.of();
  private List<String> outputs = List.of();

  private NodeBuilder(String opType) {
    this.opType = opType;
  }

  /** A node of an operator of the standard domain, until {@link #domain} says otherwise. */
  public static NodeBuilder of(String opType) {
    return new NodeBuilder(opType);
  }

  /** A copy of a node. */
  public static NodeBuilder of(Node node) {
    NodeBuilder copy = new NodeBuilder(node.opType());
    copy.domain = node.domain();
    copy.overload = node.overload();
    copy.name = node.name();
    copy.inputs = node.inputs();
    copy.outputs = node.outputs();
    copy.attributes.putAll(node.attributes());
    return copy;
  }

  public NodeBuilder domain(String domain) {
    this.domain = domain;
    return this;
  }

  public NodeBuilder name(String name) {
    this.name = name;
    return this;
  }

  /** Names of the values it takes; empty ones are left out. */
  public NodeBuilder inputs(String... names) {
    this.inputs = List.of(names);
    return this;
  }

  /** Names of the values it gives; empty ones are left out. */
  public NodeBuilder outputs(String... names) {
    this.outputs = List.of(names);
    return this;
  }

  public NodeBuilder attribute(String key, Attribute value) {
    attributes.put(key, value);
    return this;
  }

  public NodeBuilder intValue(String key, long value) {
    return attribute(key, new Attribute.IntValue(value));
  }

  public NodeBuilder ints(String key, long... values) {
    return attribute(key, new Attribute.IntList(values.clone()));
  }

  public NodeBuilder floatValue(String key, float value) {
    return attribute(key, new Attribute.FloatValue(value));
  }

  public NodeBuilder floats(String key, float... values) {
    return attribute(key, new Attribute.FloatList(values.clone()));
  }

  public NodeBuilder string(String key, String value) {
    return attribute(key, new Attribute.StringValue(value));
  }

  public NodeBuilder strings(String key, String... values) {
    return attribute(key, new Attribute.StringList(List.of(values)));
  }

  public NodeBuilder tensor(String key, Tensor value) {
    return attribute(key, new Attribute.TensorValue(Initializer.of("", value)));
  }

  public NodeBuilder graph(String key, Graph value) {
    return attribute(key, new Attribute.GraphValue(value));
  }

  /** The node at a position of a graph. */
  public Node build(int index) {
    return new Node(index, name, opType, domain, overload, inputs, outputs, attributes);
  }
}
