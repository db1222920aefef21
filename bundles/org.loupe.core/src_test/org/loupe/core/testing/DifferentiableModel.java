/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.api.model.facet.MissingRulesException;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** The linear classifier with its gradient: {@code dx = W' dlogits}. */
public final class DifferentiableModel extends LinearModel implements Differentiable {
  /** Has no rule for its only operator. */
  public boolean missingRules;
  /** Returns nothing for what it was asked. */
  public boolean forgetful;

  public DifferentiableModel() {
    super(true);
  }

  @Override
  public <T> Optional<T> facet(Class<T> type) {
    return type == Differentiable.class ? Optional.of(type.cast(this)) : Optional.empty();
  }

  @Override
  public List<String> ruleSets() {
    return List.of(PLAIN);
  }

  @Override
  public GradientResult gradient(GradientRequest request, Progress progress) throws LoupeException {
    if (missingRules) {
      throw new MissingRulesException("no gradient through Op: logits_node", List.of("Op"), null);
    }
    if (forgetful) {
      return new GradientResult(Map.of(), Map.of());
    }
    Tensor cotangent = request.cotangents().get("logits");
    int n = request.inputs().get("x").shape().intDim(0);
    double[] gradient = new double[n * FEATURES];
    for (int i = 0; i < gradient.length; i++) {
      for (int c = 0; c < CLASSES; c++) {
        gradient[i] += cotangent.get(i / FEATURES * CLASSES + c) * weight(c, i % FEATURES)
            * (dependsOnBatch ? n : 1);
      }
    }
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    request.sinks().forEach(s -> gradients.put(s, ArrayTensor.of(Shape.of(n, FEATURES), gradient)));
    return new GradientResult(gradients,
        forward(new ForwardRequest(request.inputs(), request.values()), progress).values());
  }

  @Override
  public GradientCoverage coverage(String ruleSet, Progress progress) {
    return new GradientCoverage(ruleSet, description.layers().stream()
        .map(l -> new GradientCoverage.Layer(l.id(), missingRules ? GradientCoverage.Status.NONE
            : GradientCoverage.Status.EXACT, "")).toList());
  }
}
