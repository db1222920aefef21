/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One operator call. Inputs and outputs are value names; an empty name is an optional one left out.
 * The domain of standard operators is empty. Immutable.
 *
 * <p>The typed accessors throw {@link IllegalArgumentException} if the attribute is there but of another type.
 *
 * @param index position in the graph's list of nodes
 * @param overload which overload of a model-local function is called; empty for operators
 */
public record Node(int index, String name, String opType, String domain, String overload, List<String> inputs,
    List<String> outputs, Map<String, Attribute> attributes) {

  public Node {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** Whether this is the operator {@code opType} of the standard ONNX domain. */
  public boolean is(String opType) {
    return domain.isEmpty() && this.opType.equals(opType);
  }

  /** Name of an input, empty if it was left out. */
  public String input(int i) {
    return i < inputs.size() ? inputs.get(i) : "";
  }

  /** Name of an output, empty if it was left out. */
  public String output(int i) {
    return i < outputs.size() ? outputs.get(i) : "";
  }

  public boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  public long intValue(String attribute, long defaultValue) {
    return typed(attribute, Attribute.IntValue.class, Attribute.IntValue::value).orElse(defaultValue);
  }

  public float floatValue(String attribute, float defaultValue) {
    return typed(attribute, Attribute.FloatValue.class, Attribute.FloatValue::value).orElse(defaultValue);
  }

  public String string(String attribute, String defaultValue) {
    return typed(attribute, Attribute.StringValue.class, Attribute.StringValue::value).orElse(defaultValue);
  }

  public Optional<long[]> ints(String attribute) {
    return typed(attribute, Attribute.IntList.class, Attribute.IntList::values);
  }

  public Optional<float[]> floats(String attribute) {
    return typed(attribute, Attribute.FloatList.class, Attribute.FloatList::values);
  }

  public Optional<List<String>> strings(String attribute) {
    return typed(attribute, Attribute.StringList.class, Attribute.StringList::values);
  }

  public Optional<Initializer> tensor(String attribute) {
    return typed(attribute, Attribute.TensorValue.class, Attribute.TensorValue::tensor);
  }

  public Optional<Graph> graph(String attribute) {
    return typed(attribute, Attribute.GraphValue.class, Attribute.GraphValue::graph);
  }

  /** All subgraphs, in the order of the attributes. */
  public List<Graph> subgraphs() {
    if (attributes.isEmpty()) {
      return List.of();
    }
    List<Graph> graphs = new ArrayList<>();
    for (Attribute a : attributes.values()) {
      if (a instanceof Attribute.GraphValue g) {
        graphs.add(g.graph());
      } else if (a instanceof Attribute.GraphList l) {
        graphs.addAll(l.graphs());
      }
    }
    return graphs;
  }

  /** The operator with its domain, as {@code Conv} or {@code com.microsoft.FusedConv}. */
  public String qualifiedType() {
    return domain.isEmpty() ? opType : domain + "." + opType;
  }

  /** How to speak of this node in a message: its name if it has one, else its place and first output. */
  public String label() {
    return name.isEmpty() ? qualifiedType() + " #" + index + (outputs.isEmpty() ? "" : " -> " + outputs.get(0))
        : qualifiedType() + " '" + name + "'";
  }

  private <A extends Attribute, T> Optional<T> typed(String attribute, Class<A> type, Function<A, T> value) {
    Attribute a = attributes.get(attribute);
    if (a == null) {
      return Optional.empty();
    }
    if (!type.isInstance(a)) {
      throw new IllegalArgumentException("attribute " + attribute + " of " + label()
          + " is no " + type.getSimpleName());
    }
    return Optional.of(value.apply(type.cast(a)));
  }
}
