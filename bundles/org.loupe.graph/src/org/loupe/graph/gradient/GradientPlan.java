/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.ModelExtension;

/**
 * What a gradient adds to a model.
 *
 * @param base the model that is extended: the given one, or that with its functions inlined
 * @param rewritten whether {@code base} is not the model that was given, so that its file cannot be extended
 * @param nodes the backward pass, in an order in which it can run
 * @param cotangents names of the new inputs by source; each has its source's shape and type
 * @param gradients names of the new outputs by sink; each has its sink's shape and type
 */
public record GradientPlan(OnnxModel base, boolean rewritten, List<Node> nodes, List<Initializer> constants,
    List<ValueInfo> inputs, List<ValueInfo> outputs, Map<String, String> cotangents, Map<String, String> gradients) {

  public GradientPlan {
    nodes = List.copyOf(nodes);
    constants = List.copyOf(constants);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    cotangents = Collections.unmodifiableMap(new LinkedHashMap<>(cotangents));
    gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
  }

  static GradientPlan of(OnnxModel base, boolean rewritten, Emitter emit, List<ValueInfo> inputs,
      Map<String, String> cotangents, Map<String, String> gradients) {
    Set<String> used = new HashSet<>(gradients.values());
    List<Node> nodes = new ArrayList<>();
    for (Node node : emit.nodes().reversed()) {
      if (node.outputs().stream().anyMatch(used::contains)) {
        nodes.add(0, node);
        used.addAll(node.inputs());
      }
    }
    List<Initializer> constants = emit.constants().stream().filter(c -> used.contains(c.name())).toList();
    List<ValueInfo> outputs = gradients.values().stream().distinct()
        .map(name -> untyped(name, emit.type(name))).toList();
    return new GradientPlan(base, rewritten, nodes, constants, inputs, outputs, cotangents, gradients);
  }

  private static ValueInfo untyped(String name, DataType type) {
    return new ValueInfo(name, new ValueType.TensorType(type, Optional.empty()));
  }

  /**
   * The file of the model with these additions; its own outputs stay. Empty if the model has no file or had to be
   * rewritten: then {@link #model} is what can run.
   */
  public Optional<ModelExtension> extension() {
    if (rewritten || base.file().isEmpty()) {
      return Optional.empty();
    }
    ModelExtension extension = ModelExtension.of(base);
    inputs.forEach(extension::input);
    constants.forEach(extension::initializer);
    nodes.forEach(n -> extension.node(NodeBuilder.of(n)));
    outputs.forEach(extension::valueInfo);
    return Optional.of(extension.outputs(outputs.stream().map(ValueInfo::name).toList()));
  }

  /**
   * The whole model with these additions, as {@link org.loupe.graph.onnx.OnnxWriter} takes it; weights stay where they
   * are.
   *
   * @param also values of the model that are to be outputs beside the gradients; the model's own outputs are not kept
   *     unless they are named here
   */
  public OnnxModel model(Collection<String> also) {
    Graph graph = base.graph();
    List<ValueInfo> allInputs = new ArrayList<>(graph.inputs());
    allInputs.addAll(inputs);
    GraphIndex index = GraphIndex.of(graph);
    List<ValueInfo> allOutputs = new ArrayList<>();
    for (String value : new LinkedHashSet<>(also)) {
      if (!index.has(value)) {
        throw new IllegalArgumentException("the graph has no value '" + value + "'");
      }
      allOutputs.add(index.declared(value).orElse(new ValueInfo(value, ValueType.UNKNOWN)));
    }
    allOutputs.addAll(outputs);
    List<Initializer> allConstants = new ArrayList<>(graph.initializers());
    allConstants.addAll(constants);
    List<Node> allNodes = new ArrayList<>(graph.nodes());
    nodes.forEach(n -> allNodes.add(NodeBuilder.of(n).build(allNodes.size())));
    Graph whole = new Graph(graph.name(), allNodes, allInputs, allOutputs, graph.valueInfos(), allConstants);
    return new OnnxModel(base.file(), base.header(), base.opsets(), whole, base.functions());
  }
}
