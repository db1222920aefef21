/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.core.internal.contain.Containment;
import org.loupe.math.tensor.Tensor;

/** A contributed engine's gradients, contained: what it throws names its bundle, and what it returns is whole. */
final class ContainedDifferentiable implements Differentiable {
  private static final String WHAT = "differentiating the model";
  private final String bundle;
  private final Differentiable engine;

  ContainedDifferentiable(String bundle, Differentiable engine) {
    this.bundle = bundle;
    this.engine = engine;
  }

  @Override
  public List<String> ruleSets() throws LoupeException {
    return Containment.call(bundle, "asking for rule sets", () -> List.copyOf(engine.ruleSets()));
  }

  @Override
  public GradientResult gradient(GradientRequest request, Progress progress) throws LoupeException {
    GradientResult result = Containment.call(bundle, WHAT, () -> engine.gradient(request, progress));
    requireAll(request.values(), result.values());
    requireAll(request.sinks(), result.gradients());
    for (String sink : request.sinks()) {
      Tensor fed = request.inputs().get(sink);
      if (fed != null && !fed.shape().equals(result.gradient(sink).shape())) {
        throw Containment.failure(bundle, WHAT, "returned a gradient of shape " + result.gradient(sink).shape()
            + " for input " + sink + " of shape " + fed.shape());
      }
    }
    return result;
  }

  private void requireAll(List<String> asked, Map<String, Tensor> returned) throws LoupeException {
    for (String name : asked) {
      if (returned.get(name) == null) {
        throw Containment.failure(bundle, WHAT, "did not return " + name);
      }
    }
  }

  @Override
  public GradientCoverage coverage(String ruleSet, Progress progress) throws LoupeException {
    return Containment.call(bundle, "asking what can be differentiated", () -> engine.coverage(ruleSet, progress));
  }
}
