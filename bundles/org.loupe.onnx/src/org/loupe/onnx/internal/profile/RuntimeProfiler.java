/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.profile;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.ModelProfile;
import org.loupe.api.model.facet.Profiler;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.onnx.OnnxReader;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.Engine;
import org.loupe.onnx.internal.engine.OrtErrors;
import org.loupe.onnx.internal.engine.Patience;
import org.loupe.onnx.internal.engine.ScratchFolder;
import org.loupe.onnx.internal.engine.SessionMaker;
import org.loupe.onnx.internal.engine.SessionRun;
import org.loupe.onnx.internal.tensor.InputTensors;

/**
 * Measures with ONNX Runtime's own profiler, in a session that is made for this. The graph as the runtime has optimised
 * it is written to a temporary folder first and run from there as it is: that tells what became of each layer.
 */
public final class RuntimeProfiler implements Profiler {
  /** A model file cannot be larger than 2 GB; the optimised one holds all weights. */
  private static final long MOST_WRITTEN = 3L << 29;
  private static final int MOST_RUNS = 10_000;

  private final OnnxModel model;
  private final ModelDescription description;
  private final SessionMaker maker;
  private final long fileBytes;
  private final Outputs outputs;

  /** Which outputs may be asked of a session. */
  @FunctionalInterface
  public interface Outputs {
    List<String> of(OrtSession session) throws LoupeException;
  }

  /** @param fileBytes of all files that make up the model */
  public RuntimeProfiler(OnnxModel model, ModelDescription description, SessionMaker maker, long fileBytes,
      Outputs outputs) {
    this.model = model;
    this.description = description;
    this.maker = maker;
    this.fileBytes = fileBytes;
    this.outputs = outputs;
  }

  @Override
  public ModelProfile profile(Map<String, Tensor> inputs, int runs, Progress progress) throws LoupeException {
    if (runs < 1 || runs > MOST_RUNS) {
      throw LoupeException.usage("runs must be 1 to " + MOST_RUNS + ", not " + runs);
    }
    CompletableFuture<ModelProfile> result = new CompletableFuture<>();
    // Making a session cannot be ended: whoever no longer waits leaves this thread to clean up.
    Thread thread = new Thread(() -> {
      try (ScratchFolder folder = new ScratchFolder()) {
        result.complete(measured(inputs, runs, folder.path(), progress));
      } catch (IOException e) {
        result.completeExceptionally(LoupeException.failed(description.name() + " could not be profiled: "
            + e.getMessage(), e));
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    }, "loupe-onnx-profile");
    thread.setDaemon(true);
    thread.start();
    try {
      return Patience.await(result, progress);
    } catch (OrtException e) {
      throw OrtErrors.running(description.name(), e);
    }
  }

  private ModelProfile measured(Map<String, Tensor> inputs, int runs, Path folder, Progress progress)
      throws LoupeException, OrtException, IOException {
    progress.begin("profiling " + description.name(), runs + 1L);
    Optional<OnnxModel> running = optimised(folder);
    progress.check();
    Path trace;
    Path prefix = folder.resolve("trace");
    try (OrtSession session = running.isPresent()
        ? maker.profiling(running.get().file().orElseThrow(), OptLevel.NO_OPT, prefix)
        : maker.profiling(prefix)) {
      run(session, inputs, runs, progress);
      trace = Path.of(session.endProfiling());
    }
    List<TraceRun> traced = TraceReader.read(trace);
    if (traced.size() != runs + 1) {
      throw new IOException("ONNX Runtime's profiler kept " + traced.size() + " of " + (runs + 1)
          + " runs: ask for fewer");
    }
    return FasterHalf.of(traced.subList(1, traced.size()), layers(running));
  }

  /** The optimised graph with a name for each node; empty if it cannot be written, or not be run again. */
  private Optional<OnnxModel> optimised(Path folder) throws LoupeException, IOException {
    if (fileBytes > MOST_WRITTEN) {
      return Optional.empty();
    }
    try {
      Path written = folder.resolve("optimised.onnx");
      maker.writeOptimised(written);
      Path named = folder.resolve("named.onnx");
      OnnxWriter.write(NamedNodes.of(OnnxReader.read(written)), named);
      return Optional.of(OnnxReader.read(named));
    } catch (OrtException e) {
      return Optional.empty();
    }
  }

  private void run(OrtSession session, Map<String, Tensor> inputs, int runs, Progress progress)
      throws LoupeException, OrtException {
    List<String> wanted = outputs.of(session);
    try (InputTensors in = InputTensors.of(Engine.environment(), inputs)) {
      for (int run = 0; run <= runs; run++) {
        progress.check();
        SessionRun.run(description.name(), session, in.byName(), wanted, progress, (name, value) -> Boolean.TRUE);
        progress.worked(1);
      }
    }
  }

  /** Ids of layers by the name of the node that does their work. */
  private Map<String, List<String>> layers(Optional<OnnxModel> running) {
    Set<String> known = new HashSet<>();
    description.layers().stream().map(LayerInfo::id).forEach(known::add);
    Map<String, List<String>> layers = new HashMap<>();
    if (running.isPresent()) {
      LayerMapping.of(model.graph(), running.get().graph()).forEach((name, nodes) -> {
        List<String> ids = new ArrayList<>();
        nodes.forEach(n -> n.outputs().stream().filter(known::contains).forEach(ids::add));
        layers.put(name, ids);
      });
    } else {
      for (Node node : model.graph().nodes()) {
        List<String> ids = node.outputs().stream().filter(known::contains).toList();
        layers.merge(node.name(), ids, (a, b) -> List.of());
      }
    }
    return layers;
  }
}
