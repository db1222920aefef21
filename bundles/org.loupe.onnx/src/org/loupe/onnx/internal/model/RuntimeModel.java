/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.api.model.facet.Costs;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.Profiler;
import org.loupe.api.model.facet.Weights;
import org.loupe.graph.OnnxModel;
import org.loupe.onnx.internal.cost.ShapeCosts;
import org.loupe.onnx.internal.engine.Engine;
import org.loupe.onnx.internal.engine.SessionCache;
import org.loupe.onnx.internal.engine.SessionMaker;
import org.loupe.onnx.internal.gradient.GradientEngine;
import org.loupe.onnx.internal.gradient.RuleSets;
import org.loupe.onnx.internal.large.ExpectedSizes;
import org.loupe.onnx.internal.large.MemoryLimits;
import org.loupe.onnx.internal.profile.RuntimeProfiler;
import org.loupe.onnx.internal.tensor.InputCheck;
import org.loupe.onnx.internal.weights.FileWeights;

/**
 * An ONNX model on ONNX Runtime, which is first used when the model first runs: a model that it cannot run can still be
 * inspected.
 */
public final class RuntimeModel implements Model {
  private final ModelDescription description;
  private final ValueNames names;
  private final SessionMaker maker;
  private final SessionCache sessions;
  private final ForwardRuns runs;
  private final Map<Class<?>, Object> facets = new HashMap<>();
  private final ModelGate gate;

  /**
   * @param fileBytes of all files that make up the model
   * @param limits of the values that are returned
   * @throws IOException if its file is not there any more
   */
  public RuntimeModel(OnnxModel model, ModelDescription description, LoadOptions options, RuleSets rules,
      long fileBytes, MemoryLimits limits) throws IOException {
    this.description = description;
    this.names = new ValueNames(description, model.graph());
    this.maker = new SessionMaker(model, description.files().get(0), options);
    this.sessions = new SessionCache(Runtime.getRuntime().maxMemory());
    // Weights are held once as they are, and about once more as the kernels want them.
    this.runs = new ForwardRuns(model, names, maker, sessions, 2 * fileBytes, limits,
        new ExpectedSizes(model, description, limits));
    this.gate = new ModelGate(description.name());
    GradientEngine engine = new GradientEngine(model, description, rules, maker, sessions, fileBytes);
    FileWeights weights = new FileWeights(model, description, maker);
    facets.put(Differentiable.class, new GatedGradients(gate, description, names, engine));
    facets.put(Weights.class, new GatedWeights(gate, weights));
    facets.put(Costs.class, new GatedCosts(gate, description, new ShapeCosts(model, description, weights, maker)));
    Profiler profiler = new RuntimeProfiler(model, description, maker, fileBytes,
        session -> names.safe(session, names.wanted(List.of()), false));
    facets.put(Profiler.class, new GatedProfiler(gate, description, profiler));
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
  public <T> Optional<T> facet(Class<T> type) {
    return Optional.ofNullable(facets.get(type)).map(type::cast);
  }

  @Override
  public ForwardResult forward(ForwardRequest request, Progress progress) throws LoupeException {
    return gate.pass(() -> {
      progress.check();
      return runs.run(request.values(), InputCheck.fit(description, request.inputs()), progress);
    });
  }

  @Override
  public void close() {
    gate.close(sessions::close);
  }
}
