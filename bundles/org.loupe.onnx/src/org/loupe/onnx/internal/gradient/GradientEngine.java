/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientCoverage.Status;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.gradient.GradientException;
import org.loupe.graph.gradient.RuleSet;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.Engine;
import org.loupe.onnx.internal.engine.OrtErrors;
import org.loupe.onnx.internal.engine.Prepared;
import org.loupe.onnx.internal.engine.SessionCache;
import org.loupe.onnx.internal.engine.SessionMaker;
import org.loupe.onnx.internal.engine.SessionRun;
import org.loupe.onnx.internal.tensor.InputTensors;
import org.loupe.onnx.internal.tensor.OutputReader;

/**
 * Differentiates an operator graph by running its backward pass, written as nodes of the same graph, on ONNX Runtime.
 * There is one session for each rule set and set of sources, sinks and values, made when it is first needed. The names
 * and inputs of a request must have been checked.
 */
public final class GradientEngine implements Differentiable {
  private final String name;
  private final OnnxModel model;
  private final ModelDescription description;
  private final RuleSets rules;
  private final SessionCache sessions;
  private final ShapeProbe probe;
  private final GradientSessions maker;
  private final long sessionBytes;

  /** @param fileBytes of all files that make up the model */
  public GradientEngine(OnnxModel model, ModelDescription description, RuleSets rules, SessionMaker maker,
      SessionCache sessions, long fileBytes) {
    this.name = description.name();
    this.model = model;
    this.description = description;
    this.rules = rules;
    this.sessions = sessions;
    this.probe = new ShapeProbe(name, model, description, maker);
    this.maker = new GradientSessions(model, rules, maker);
    // Weights as they are and as kernels want them, and for the way back once more turned round.
    this.sessionBytes = 4 * fileBytes;
  }

  @Override
  public List<String> ruleSets() throws LoupeException {
    return rules.ids();
  }

  @Override
  public GradientResult gradient(GradientRequest request, Progress progress) throws LoupeException {
    rules.set(request.ruleSet());
    try {
      ShapeProbe.Probed probed = probe.probe(request.inputs(), progress);
      GradientKey key = new GradientKey(List.copyOf(request.cotangents().keySet()), request.sinks(),
          request.ruleSet(), request.values(), probed.key());
      try (SessionCache.Lease lease =
          sessions.acquire(key, sessionBytes, () -> make(key, probed.shapes()), progress)) {
        return run(lease.session(), request, probed.shapes(), progress);
      }
    } catch (OrtException e) {
      throw OrtErrors.loading(name, e);
    }
  }

  private Prepared make(GradientKey key, ShapeFacts shapes) throws LoupeException, OrtException {
    try {
      return maker.make(key, shapes);
    } catch (GradientException e) {
      throw Refusals.of(name, e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private LoupeException unreadable(IOException e) {
    return LoupeException.badInput(name + " could not be read again: " + e.getMessage(), e);
  }

  private GradientResult run(Prepared session, GradientRequest request, ShapeFacts shapes, Progress progress)
      throws LoupeException {
    Map<String, Tensor> fed = new LinkedHashMap<>(request.inputs());
    fed.putAll(new CotangentCheck(session.cotangents(), shapes, request.inputs()).fit(request.cotangents()));
    List<String> wanted = new ArrayList<>(request.values());
    request.sinks().forEach(s -> wanted.add(session.gradients().get(s)));
    try (InputTensors in = InputTensors.of(Engine.environment(), fed)) {
      Map<String, Tensor> read = SessionRun.run(name, session.session(), in.byName(), wanted, progress,
          (output, value) -> OutputReader.read(output, value, List.of()).tensor());
      Map<String, Tensor> gradients = new LinkedHashMap<>();
      request.sinks().forEach(s -> gradients.put(s, read.get(session.gradients().get(s))));
      Map<String, Tensor> values = new LinkedHashMap<>();
      request.values().forEach(v -> values.put(v, read.get(v)));
      return new GradientResult(gradients, values);
    } catch (OrtException e) {
      throw OrtErrors.running(name, e);
    }
  }

  @Override
  public GradientCoverage coverage(String ruleSet, Progress progress) throws LoupeException {
    RuleSet set = rules.set(ruleSet);
    try {
      GradientCoverage told = LayerCoverage.of(model, description, set, probe.known());
      Optional<Map<String, Tensor>> inputs = told.counts().get(Status.NONE) == 0 ? Optional.empty()
          : MadeUpInputs.of(description);
      return inputs.isEmpty() ? told
          : LayerCoverage.of(model, description, set, probe.probe(inputs.get(), progress).shapes());
    } catch (OrtException e) {
      throw OrtErrors.loading(name, e);
    } catch (GradientException e) {
      throw Refusals.of(name, e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
