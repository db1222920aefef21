/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardResult;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.onnx.ModelExtension;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.Engine;
import org.loupe.onnx.internal.engine.OrtErrors;
import org.loupe.onnx.internal.engine.Prepared;
import org.loupe.onnx.internal.engine.SessionCache;
import org.loupe.onnx.internal.engine.SessionMaker;
import org.loupe.onnx.internal.engine.SessionRun;
import org.loupe.onnx.internal.large.ExpectedSizes;
import org.loupe.onnx.internal.large.MemoryLimits;
import org.loupe.onnx.internal.large.SizedValue;
import org.loupe.onnx.internal.large.ValueFiles;
import org.loupe.onnx.internal.tensor.InputTensors;
import org.loupe.onnx.internal.tensor.OrtTypes;
import org.loupe.onnx.internal.tensor.OutputReader;

/**
 * Runs a model forward. Values that are too large for memory go to files: at once where the model's file tells their
 * size, else the run is done again when one has shown it.
 */
final class ForwardRuns {
  /** Of the standard operators, for models that use none. */
  private static final long OPSET = 13;

  private final String model;
  private final ValueNames names;
  private final SessionMaker maker;
  private final SessionCache sessions;
  private final long sessionBytes;
  private final MemoryLimits limits;
  private final ExpectedSizes sizes;
  private final long opset;
  private final OnnxModel graph;
  private final Map<String, List<String>> classLabels = new HashMap<>();

  /** What a session returns: inner values, and slices of values that are too large for one buffer. */
  private record Key(List<String> inner, List<ValueFiles.Cut> cuts) {
  }

  /** @param sessionBytes what a session takes, about */
  ForwardRuns(OnnxModel graph, ValueNames names, SessionMaker maker, SessionCache sessions, long sessionBytes,
      MemoryLimits limits, ExpectedSizes sizes) {
    this.model = names.model();
    this.graph = graph;
    this.names = names;
    this.maker = maker;
    this.sessions = sessions;
    this.sessionBytes = sessionBytes;
    this.limits = limits;
    this.sizes = sizes;
    this.opset = graph.opset("").orElse(OPSET);
    GraphIndex index = GraphIndex.of(graph.graph());
    graph.graph().outputs().forEach(o -> classLabels.put(o.name(), ClassLabels.of(graph, index, o.name())));
  }

  /** @param asked names of values; all outputs if empty */
  ForwardResult run(List<String> asked, Map<String, Tensor> inputs, Progress progress) throws LoupeException {
    List<String> wanted = names.wanted(asked);
    List<SizedValue> large = sizes.large(wanted, inputs);
    List<SizedValue> found = new ArrayList<>();
    ForwardResult result = run(wanted, !asked.isEmpty(), inputs, large, found, progress);
    if (found.isEmpty()) {
      return result;
    }
    List<SizedValue> all = Stream.concat(large.stream(), found.stream()).toList();
    sizes.require(all);
    return run(wanted, !asked.isEmpty(), inputs, all, new ArrayList<>(), progress);
  }

  /** @param found takes the values that turned out to be large; they are missing from the result */
  private ForwardResult run(List<String> wanted, boolean named, Map<String, Tensor> inputs, List<SizedValue> large,
      List<SizedValue> found, Progress progress) throws LoupeException {
    Key key = new Key(names.inner(wanted), ValueFiles.cuts(large, limits));
    try (SessionCache.Lease lease = lease(key, progress)) {
      OrtSession session = lease.session().session();
      List<String> safe = names.safe(session, wanted, named);
      List<String> filed = large.stream().map(SizedValue::name).toList();
      try (ValueFiles files = ValueFiles.of(large, limits, progress);
          InputTensors in = InputTensors.of(Engine.environment(), inputs)) {
        List<String> fetched = safe.stream().filter(n -> !filed.contains(n)).toList();
        Map<String, Optional<OutputReader.Read>> read = SessionRun.run(model, session, in.byName(), fetched,
            files.places(), progress, (name, value) -> read(name, value, found));
        if (!found.isEmpty()) {
          return new ForwardResult(Map.of(), Map.of());
        }
        Map<String, Tensor> values = new LinkedHashMap<>();
        Map<String, List<String>> labels = new HashMap<>();
        for (String name : safe) {
          OutputReader.Read held = read.getOrDefault(name, Optional.empty()).orElse(null);
          values.put(name, held == null ? files.tensors().get(name) : held.tensor());
          if (held != null && !held.labels().isEmpty()) {
            labels.put(name, held.labels());
          }
        }
        return new ForwardResult(values, labels);
      }
    } catch (OrtException e) {
      throw OrtErrors.running(model, e);
    }
  }

  private Optional<OutputReader.Read> read(String name, OnnxValue value, List<SizedValue> found)
      throws LoupeException, OrtException {
    if (value instanceof OnnxTensor tensor) {
      ElementType type = OrtTypes.elementType(tensor.getInfo().onnxType).orElse(ElementType.STRING);
      Shape shape = Shape.of(tensor.getInfo().getShape());
      if (type != ElementType.STRING && shape.size() > limits.inMemory() / type.bytes()) {
        found.add(new SizedValue(name, type, shape));
        return Optional.empty();
      }
    }
    return Optional.of(OutputReader.read(name, value, classLabels.getOrDefault(name, List.of())));
  }

  private SessionCache.Lease lease(Key key, Progress progress) throws LoupeException {
    try {
      return sessions.acquire(key, sessionBytes, () -> Prepared.forward(session(key)), progress);
    } catch (OrtException e) {
      throw OrtErrors.loading(model, e);
    }
  }

  private OrtSession session(Key key) throws LoupeException, OrtException {
    if (key.cuts().isEmpty()) {
      return maker.forward(key.inner());
    }
    ModelExtension extension = ModelExtension.of(graph).opset("", opset).outputs(key.inner());
    key.cuts().forEach(c -> c.addTo(extension, opset));
    return maker.extended(extension, OptLevel.ALL_OPT);
  }
}
