/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.tensor.InputCheck;

/** Gradients of a model until it is closed; requests are checked before the engine sees them. */
record GatedGradients(ModelGate gate, ModelDescription model, ValueNames names, Differentiable engine)
    implements Differentiable {
  @Override
  public List<String> ruleSets() throws LoupeException {
    return engine.ruleSets();
  }

  @Override
  public GradientResult gradient(GradientRequest request, Progress progress) throws LoupeException {
    return gate.pass(() -> {
      progress.check();
      names.wanted(List.copyOf(request.cotangents().keySet()));
      List<String> values = request.values().isEmpty() ? List.of() : names.wanted(request.values());
      Map<String, Tensor> inputs = InputCheck.fit(model, request.inputs());
      return engine.gradient(new GradientRequest(inputs, request.cotangents(), sinks(request.sinks()),
          request.ruleSet(), values), progress);
    });
  }

  private List<String> sinks(List<String> asked) throws LoupeException {
    for (String sink : asked) {
      ValueSpec input = model.input(sink).orElse(null);
      if (input == null) {
        names.wanted(List.of(sink));
      } else if (input.type().isPresent() && !input.type().get().isFloating()) {
        throw LoupeException.notApplicable("input '" + sink + "' of " + model.name() + " is " + input.typeText()
            + ": a derivative exists only by floating-point numbers; differentiate by a layer, as by embeddings");
      }
    }
    return new ArrayList<>(new LinkedHashSet<>(asked));
  }

  @Override
  public GradientCoverage coverage(String ruleSet, Progress progress) throws LoupeException {
    return gate.pass(() -> engine.coverage(ruleSet, progress));
  }
}
