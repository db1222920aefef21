/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import static java.util.stream.Collectors.toMap;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.gradient.BackwardGraph;
import org.loupe.graph.gradient.GradientException;
import org.loupe.graph.gradient.GradientPlan;
import org.loupe.graph.gradient.GradientRequest;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.graph.onnx.ModelExtension;
import org.loupe.onnx.internal.engine.Prepared;
import org.loupe.onnx.internal.engine.SessionMaker;

/** Makes sessions that differentiate. */
final class GradientSessions {
  private final OnnxModel model;
  private final RuleSets rules;
  private final SessionMaker maker;

  GradientSessions(OnnxModel model, RuleSets rules, SessionMaker maker) {
    this.model = model;
    this.rules = rules;
    this.maker = maker;
  }

  /** @throws GradientException if there is no such gradient */
  Prepared make(GradientKey key, ShapeFacts shapes)
      throws GradientException, IOException, LoupeException, OrtException {
    GradientPlan plan = BackwardGraph.build(model, shapes, rules.set(key.ruleSet()),
        new GradientRequest(key.sources(), key.sinks()));
    Map<String, ValueInfo> inputs = plan.inputs().stream().collect(toMap(ValueInfo::name, v -> v));
    Map<String, ValueInfo> cotangents = new HashMap<>();
    plan.cotangents().forEach((source, input) -> cotangents.put(source, inputs.get(input)));
    return new Prepared(session(plan, key), cotangents, plan.gradients());
  }

  /**
   * Without the model's own outputs where the whole model is written anew, so that nothing is computed that nobody
   * wants. Weights beside the file stay there, so that they may be larger than a file can be.
   */
  private OrtSession session(GradientPlan plan, GradientKey key) throws LoupeException, OrtException {
    Optional<ModelExtension> extension = model.usesExternalData() ? plan.extension() : Optional.empty();
    return extension.isPresent() ? maker.extended(extension.get().outputs(key.values()), OptLevel.ALL_OPT)
        : maker.rewritten(Pruning.of(plan.model(key.values())), OptLevel.ALL_OPT);
  }
}
