/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.activations.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.result.Result;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.activation.LayerLayouts;
import org.loupe.toolkit.activation.Survey;
import org.loupe.toolkit.activation.Surveyor;

/** How sparsity, dead channels, saturation and entropy go along the layers of a model, and where a NaN appears. */
public final class ActivationSurvey implements Explainer<SurveySettings> {
  @Override
  public Class<SurveySettings> settingsType() {
    return SurveySettings.class;
  }

  @Override
  public Result explain(ExplainRequest<SurveySettings> request, ExplainContext context) throws LoupeException {
    Map<String, Tensor> inputs = request.subject().tensors();
    Surveyor surveyor = new Surveyor(context.model(), LayerLayouts.batch(request.subject().first().tensor()));
    context.progress().begin("Looking at layers", surveyor.layers());
    Survey survey = surveyor.survey((long) request.settings().memory() << 20, layers -> {
      ForwardResult result = context.forward(new ForwardRequest(inputs, layers));
      List<Tensor> values = new ArrayList<>();
      for (String layer : layers) {
        values.add(result.value(layer));
      }
      return values;
    }, partial -> context.publish(partial.result()), context.progress());
    survey.firstNonFinite().ifPresent(e -> context.note("NaN or infinity appears first in layer " + e.layer().id()
        + " (" + e.layer().operator() + "): " + e.statistics().nonFinite() + " of " + e.statistics().count()
        + " values"));
    surveyor.failures().forEach((layer, reason) -> context.note("layer " + layer.id() + " was left out: " + reason));
    return survey.result();
  }
}
