/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.activations.internal;

import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.explain.Gradients;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LayerNames;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.result.Result;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.activation.Influence;
import org.loupe.toolkit.activation.LayerActivation;
import org.loupe.toolkit.activation.LayerLayouts;
import org.loupe.toolkit.activation.LayerValue;
import org.loupe.toolkit.cam.FeatureMaps;

/** What a layer gives for an input, with figures for each channel. */
public final class Activations implements Explainer<ActivationsSettings> {
  @Override
  public Class<ActivationsSettings> settingsType() {
    return ActivationsSettings.class;
  }

  @Override
  public Result explain(ExplainRequest<ActivationsSettings> request, ExplainContext context) throws LoupeException {
    DecodedInput input = request.subject().first();
    LayerInfo layer = layer(request, context);
    LayerLayouts layouts = new LayerLayouts(context.model());
    long batch = LayerLayouts.batch(input.tensor());
    LayerValue value;
    Optional<double[]> influence = Optional.empty();
    if (request.settings().influence()) {
      Gradients gradients =
          context.gradients(new GradientQuery(List.of(layer.id()), Differentiable.PLAIN, List.of(layer.id())));
      value = layouts.of(layer, gradients.value(layer.id()), batch);
      LayerActivation.requireNumbers(value);
      influence = Optional.of(Influence.of(value, gradients.by(layer.id()), context.progress()));
    } else {
      Tensor tensor = context.forward(new ForwardRequest(request.subject().tensors(), List.of(layer.id())))
          .value(layer.id());
      value = layouts.of(layer, tensor, batch);
    }
    if (!value.certain() && value.channels() > 1) {
      context.note("the graph does not tell where layer " + layer.id() + " of shape " + value.values().shape()
          + " has its channels; axis " + value.layout().channel() + " was taken for them");
    }
    LayerActivation activation = LayerActivation.of(value, input, influence, context.progress());
    if (activation.statistics().all().nonFinite() > 0) {
      context.note(activation.statistics().all().nonFinite() + " values of layer " + layer.id()
          + " are NaN or infinite; the activation survey names the first layer where they appear");
    }
    return activation.maps();
  }

  private static LayerInfo layer(ExplainRequest<ActivationsSettings> request, ExplainContext context)
      throws LoupeException {
    ModelDescription model = context.model();
    String name = request.settings().layer().strip();
    if (!name.isEmpty()) {
      return LayerNames.find(model, name);
    }
    String end = request.target().present() ? request.target().value() : model.outputs().get(0).name();
    LayerInfo found;
    try {
      found = FeatureMaps.last(model, end).layer();
    } catch (LoupeException e) {
      // a model without feature maps has an answer at least
      found = LayerNames.find(model, end);
    }
    context.note("layer " + found.id() + " was chosen from the graph");
    return found;
  }
}
