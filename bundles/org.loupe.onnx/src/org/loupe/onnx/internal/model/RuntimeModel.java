/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.Engine;
import org.loupe.onnx.internal.engine.OrtErrors;
import org.loupe.onnx.internal.engine.RunGuard;
import org.loupe.onnx.internal.engine.SessionCache;
import org.loupe.onnx.internal.engine.SessionMaker;
import org.loupe.onnx.internal.tensor.InputCheck;
import org.loupe.onnx.internal.tensor.InputTensors;
import org.loupe.onnx.internal.tensor.OutputReader;

/**
 * An ONNX model on ONNX Runtime, which is first used when the model first runs: a model that it cannot run can still be
 * inspected.
 */
public final class RuntimeModel implements Model {
  private final ModelDescription description;
  private final ValueNames names;
  private final Map<String, List<String>> classLabels = new HashMap<>();
  private final SessionMaker maker;
  private final SessionCache sessions;
  /** Held for reading by each run, for writing to close. */
  private final ReadWriteLock running = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * @param fileBytes of all files that make up the model
   * @throws IOException if its file is not there any more
   */
  public RuntimeModel(OnnxModel model, ModelDescription description, LoadOptions options, long fileBytes)
      throws IOException {
    this.description = description;
    this.names = new ValueNames(description, model.graph());
    this.maker = new SessionMaker(model, description.files().get(0), options);
    // Weights are held once as they are, and about once more as the kernels want them.
    this.sessions = new SessionCache(maker, SessionCache.limit(2 * fileBytes, Runtime.getRuntime().maxMemory()));
    GraphIndex index = GraphIndex.of(model.graph());
    description.outputs().forEach(o -> classLabels.put(o.name(), ClassLabels.of(index, o.name())));
  }

  @Override
  public ModelDescription description() {
    return description;
  }

  @Override
  public RuntimeInfo runtime() {
    try {
      return new RuntimeInfo(Engine.NAME, Engine.version(), maker.device().name(), maker.threads());
    } catch (LoupeException e) {
      // Forward says why; here it is only a fact for the record.
      return new RuntimeInfo(Engine.NAME, "not available", "none", maker.threads());
    }
  }

  @Override
  public ForwardResult forward(ForwardRequest request, Progress progress) throws LoupeException {
    running.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException(description.name() + " is closed");
      }
      progress.check();
      List<String> wanted = names.wanted(request.values());
      Map<String, Tensor> inputs = InputCheck.fit(description, request.inputs());
      try (SessionCache.Lease lease = lease(names.inner(wanted), progress)) {
        List<String> safe = names.safe(lease.session(), wanted, !request.values().isEmpty());
        return run(lease.session(), inputs, safe, progress);
      }
    } catch (UncheckedIOException e) {
      throw LoupeException.badInput("an input of " + description.name() + " could not be read: "
          + e.getCause().getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw LoupeException.failed(description.name() + " needs more memory than Java may take (" + e.getMessage()
          + "): ask for fewer layers or items at a time, or give Java more (-Xmx)", e);
    } finally {
      running.readLock().unlock();
    }
  }

  private SessionCache.Lease lease(List<String> inner, Progress progress) throws LoupeException {
    try {
      return sessions.acquire(inner, progress);
    } catch (OrtException e) {
      throw OrtErrors.loading(description.name(), e);
    }
  }

  private ForwardResult run(OrtSession session, Map<String, Tensor> inputs, List<String> wanted,
      Progress progress) throws LoupeException {
    try (InputTensors in = InputTensors.of(Engine.environment(), inputs);
        RunGuard guard = new RunGuard(progress);
        OrtSession.Result result = session.run(in.byName(), new LinkedHashSet<>(wanted), guard.options())) {
      progress.check();
      Map<String, Tensor> values = new LinkedHashMap<>();
      Map<String, List<String>> labels = new HashMap<>();
      for (String name : wanted) {
        OutputReader.Read read =
            OutputReader.read(name, result.get(name).orElseThrow(), classLabels.getOrDefault(name, List.of()));
        values.put(name, read.tensor());
        if (!read.labels().isEmpty()) {
          labels.put(name, read.labels());
        }
      }
      return new ForwardResult(values, labels);
    } catch (OrtException e) {
      if (progress.cancelled()) {
        throw (CancellationException) new CancellationException().initCause(e);
      }
      throw OrtErrors.running(description.name(), e);
    }
  }

  @Override
  public void close() {
    running.writeLock().lock();
    try {
      closed = true;
      sessions.close();
    } finally {
      running.writeLock().unlock();
    }
  }
}
