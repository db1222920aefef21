/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.graph.Dim;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.build.NodeBuilder;

/**
 * The model of a file with more outputs, nodes, inputs or constants. Its bytes are those of the file, followed by a
 * second graph message with the additions only: Protocol Buffers merge the two, so nothing of the file is rewritten
 * and its weights never pass the heap.
 */
public final class ModelExtension {
  private final OnnxModel model;
  private final Path file;
  private final Map<String, ValueInfo> types = new HashMap<>();
  private final Set<String> outputs = new HashSet<>();
  private final Set<String> produced = new HashSet<>();
  private final List<String> added = new ArrayList<>();
  private final Map<String, Long> opsets = new LinkedHashMap<>();
  private final WireOutput graph = new WireOutput();
  private int nodes;

  private ModelExtension(OnnxModel model, Path file) {
    this.model = model;
    this.file = file;
    this.nodes = model.graph().nodes().size();
    model.graph().outputs().forEach(o -> outputs.add(o.name()));
    model.graph().valueInfos().forEach(v -> types.putIfAbsent(v.name(), v));
    model.graph().inputs().forEach(this::declareInput);
    model.graph().initializers().forEach(this::declareConstant);
    model.graph().nodes().forEach(n -> produced.addAll(n.outputs()));
    produced.remove("");
  }

  /** Starts from a model that was read from a file. @throws IllegalArgumentException if it was built instead */
  public static ModelExtension of(OnnxModel model) {
    return new ModelExtension(model, model.file().orElseThrow(
        () -> new IllegalArgumentException("only a model that was read from a file can be extended")));
  }

  /**
   * Makes values outputs, after those that are there; nothing happens for values that are outputs already.
   *
   * @throws IllegalArgumentException if there is no such value in the graph itself (those of subgraphs cannot be seen)
   */
  public ModelExtension outputs(Collection<String> values) {
    for (String value : values) {
      if (!produced.contains(value)) {
        throw new IllegalArgumentException("the graph has no value '" + value + "'");
      }
      if (outputs.add(value)) {
        added.add(value);
        GraphEncoder.values(graph, OnnxFields.Graph.OUTPUT,
            List.of(types.getOrDefault(value, new ValueInfo(value, ValueType.UNKNOWN))));
      }
    }
    return this;
  }

  /** As {@link #outputs(Collection)}. */
  public ModelExtension outputs(String... values) {
    return outputs(Arrays.asList(values));
  }

  /** Adds an input of the graph. @throws IllegalArgumentException if the name is taken */
  public ModelExtension input(ValueInfo input) {
    take(input.name());
    declareInput(input);
    GraphEncoder.values(graph, OnnxFields.Graph.INPUT, List.of(input));
    return this;
  }

  /** Adds a constant. @throws IllegalArgumentException if the name is taken */
  public ModelExtension initializer(Initializer constant) {
    take(constant.name());
    declareConstant(constant);
    GraphEncoder.initializer(graph, constant);
    return this;
  }

  /** Adds a node after all others. @throws IllegalArgumentException if the name of an output is taken */
  public ModelExtension node(NodeBuilder builder) {
    Node node = builder.build(nodes++);
    node.outputs().stream().filter(o -> !o.isEmpty()).forEach(this::take);
    graph.message(OnnxFields.Graph.NODE, GraphEncoder.encode(node));
    return this;
  }

  /** Declares the type of a value, for {@link #outputs} that follow. */
  public ModelExtension valueInfo(ValueInfo value) {
    types.put(value.name(), value);
    GraphEncoder.values(graph, OnnxFields.Graph.VALUE_INFO, List.of(value));
    return this;
  }

  /**
   * Imports an operator domain if the model does not.
   *
   * @throws IllegalArgumentException if the model imports another version
   */
  public ModelExtension opset(String domain, long version) {
    Long there = model.opsets().getOrDefault(domain, opsets.get(domain));
    if (there != null && there != version) {
      throw new IllegalArgumentException("the model uses version " + there + " of '" + domain + "', not " + version);
    }
    if (there == null) {
      opsets.put(domain, version);
    }
    return this;
  }

  /** Names of the outputs that were added, in order. */
  public List<String> addedOutputs() {
    return List.copyOf(added);
  }

  /** The bytes of the extended model in a direct buffer. @throws IOException if they exceed 2 GiB or cannot be read */
  public ByteBuffer toBuffer() throws IOException {
    return OnnxWriter.toBuffer(encode());
  }

  /** Writes the extended model to a channel, which stays open. */
  public void writeTo(WritableByteChannel channel) throws IOException {
    WireOutput out = encode();
    OnnxWriter.checkSize(out);
    out.writeTo(ByteSink.of(channel));
  }

  private WireOutput encode() throws IOException {
    WireOutput out = new WireOutput();
    out.fields(file, 0, Files.size(file));
    if (graph.size() > 0) {
      out.message(OnnxFields.Model.GRAPH, graph);
    }
    OnnxWriter.opsets(out, OnnxFields.Model.OPSET_IMPORT, opsets);
    return out;
  }

  private void take(String name) {
    if (!produced.add(name)) {
      throw new IllegalArgumentException("the graph already has a value '" + name + "'");
    }
  }

  private void declareInput(ValueInfo input) {
    types.put(input.name(), input);
    produced.add(input.name());
  }

  private void declareConstant(Initializer constant) {
    types.putIfAbsent(constant.name(), ValueInfo.tensor(constant.name(), constant.type(),
        Arrays.stream(constant.shape().dims()).mapToObj(Dim::of).toList()));
    produced.add(constant.name());
  }
}
