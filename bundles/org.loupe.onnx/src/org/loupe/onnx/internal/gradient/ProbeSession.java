/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.graph.onnx.ModelExtension;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.Engine;
import org.loupe.onnx.internal.engine.SessionMaker;
import org.loupe.onnx.internal.engine.SessionRun;
import org.loupe.onnx.internal.tensor.InputTensors;
import org.loupe.onnx.internal.tensor.OutputReader;

/** A model that returns the extents of its values in place of its answer. */
final class ProbeSession implements AutoCloseable {
  /** Their outputs are no tensors, or may be none. */
  private static final Set<String> NO_TENSORS = Set.of("SequenceConstruct", "SequenceEmpty", "SequenceInsert",
      "SequenceErase", "SequenceMap", "SplitToSequence", "Optional", "OptionalGetElement", "ZipMap", "If", "Loop",
      "StringSplit", "Identity");

  private final String name;
  private final Optional<OrtSession> session;
  private final Map<String, String> outputs;

  private ProbeSession(String name, Optional<OrtSession> session, Map<String, String> outputs) {
    this.name = name;
    this.session = session;
    this.outputs = outputs;
  }

  /**
   * Nothing of the model is optimised, so that every value is there.
   *
   * @param prepared the model as it is differentiated
   * @param original the model of the file
   */
  static ProbeSession open(String name, OnnxModel prepared, OnnxModel original, SessionMaker maker)
      throws LoupeException {
    Map<String, String> outputs = new LinkedHashMap<>();
    List<NodeBuilder> shapes = new ArrayList<>();
    String prefix = freePrefix(prepared.graph());
    for (String value : values(prepared.graph())) {
      String output = prefix + outputs.size();
      outputs.put(output, value);
      shapes.add(NodeBuilder.of("Shape").name(output).inputs(value).outputs(output));
    }
    try {
      return new ProbeSession(name, Optional.of(create(prepared, original, maker, outputs, shapes)), outputs);
    } catch (OrtException e) {
      // Where a value is no tensor there is nothing to be learnt this way; what the file tells remains.
      return new ProbeSession(name, Optional.empty(), outputs);
    }
  }

  private static OrtSession create(OnnxModel prepared, OnnxModel original, SessionMaker maker,
      Map<String, String> outputs, List<NodeBuilder> shapes) throws LoupeException, OrtException {
    if (prepared == original && original.usesExternalData()) {
      ModelExtension extension = ModelExtension.of(original);
      shapes.forEach(extension::node);
      return maker.extended(extension.outputs(outputs.keySet()), OptLevel.NO_OPT);
    }
    Graph graph = prepared.graph();
    List<Node> nodes = new ArrayList<>(graph.nodes());
    shapes.forEach(s -> nodes.add(s.build(nodes.size())));
    List<ValueInfo> declared = outputs.keySet().stream()
        .map(o -> ValueInfo.tensor(o, DataType.INT64, List.of(org.loupe.graph.Dim.UNKNOWN))).toList();
    Graph whole = new Graph(graph.name(), nodes, graph.inputs(), declared, graph.valueInfos(), graph.initializers());
    return maker.rewritten(new OnnxModel(prepared.file(), prepared.header(), prepared.opsets(), whole,
        prepared.functions()), OptLevel.NO_OPT);
  }

  private static List<String> values(Graph graph) {
    GraphIndex index = GraphIndex.of(graph);
    List<String> values = new ArrayList<>();
    graph.requiredInputs().stream().filter(i -> i.elementType().isPresent()).forEach(i -> values.add(i.name()));
    for (Node node : graph.nodes()) {
      boolean tensors = !NO_TENSORS.contains(node.opType())
          || node.is("Identity") && index.constant(node.input(0)).isPresent();
      node.outputs().stream().filter(o -> !o.isEmpty())
          .filter(o -> tensors || index.declared(o).flatMap(ValueInfo::elementType).isPresent()).forEach(values::add);
    }
    return values;
  }

  private static String freePrefix(Graph graph) {
    String prefix = "loupe.shape/";
    GraphIndex index = GraphIndex.of(graph);
    while (index.has(prefix + 0)) {
      prefix = "_" + prefix;
    }
    return prefix;
  }

  /**
   * The extents that two runs show, or one run and what can be told from it.
   *
   * @param inferred extents as the file tells them
   * @return empty if the model does not take such inputs
   */
  Optional<ProbedShapes> extents(Map<String, Tensor> first, Map<String, Tensor> second, ShapeFacts inferred,
      Progress progress) {
    if (session.isEmpty()) {
      return Optional.empty();
    }
    try {
      Map<String, long[]> one = run(first, progress);
      Optional<Map<String, long[]>> two = new Prediction(inferred, first, second).second(one);
      return Optional.of(ProbedShapes.of(one, two.isPresent() ? two.get() : run(second, progress)));
    } catch (LoupeException e) {
      return Optional.empty();
    }
  }

  /** The extents that one run shows, all of them fixed; empty if the model does not take such inputs. */
  Optional<ProbedShapes> extents(Map<String, Tensor> inputs, Progress progress) {
    try {
      return session.isEmpty() ? Optional.empty() : Optional.of(ProbedShapes.of(run(inputs, progress)));
    } catch (LoupeException e) {
      return Optional.empty();
    }
  }

  private Map<String, long[]> run(Map<String, Tensor> inputs, Progress progress) throws LoupeException {
    try (InputTensors in = InputTensors.of(Engine.environment(), inputs)) {
      Map<String, long[]> extents = new HashMap<>();
      SessionRun.run(name, session.get(), in.byName(), outputs.keySet(), progress,
          (output, value) -> OutputReader.read(output, value, List.of()).tensor())
          .forEach((output, shape) -> extents.put(outputs.get(output), longs(shape)));
      return extents;
    } catch (OrtException e) {
      throw LoupeException.failed(e.getMessage(), e);
    }
  }

  private static long[] longs(Tensor tensor) {
    long[] out = new long[Math.toIntExact(tensor.size())];
    for (int i = 0; i < out.length; i++) {
      out[i] = (long) tensor.get(i);
    }
    return out;
  }

  @Override
  public void close() throws OrtException {
    if (session.isPresent()) {
      session.get().close();
    }
  }
}
