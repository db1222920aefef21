/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.gradient.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.Applicability;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.explain.Gradients;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.result.Result;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.input.Attributions;

/** A method that takes the gradient of the score by the input once, by some rule set, and makes a map of it. */
abstract class GradientMethod implements Explainer<GradientSettings> {
  private final String ruleSet;

  GradientMethod(String ruleSet) {
    this.ruleSet = ruleSet;
  }

  /** The attribution, in the input's shape. @param gradient of the score by the input */
  abstract Tensor attribution(Tensor input, Tensor gradient);

  @Override
  public final Class<GradientSettings> settingsType() {
    return GradientSettings.class;
  }

  @Override
  public final Applicability applicable(ModelDescription model) {
    boolean none = model.inputs().stream().noneMatch(i -> i.type().map(ElementType::isFloating).orElse(true));
    return none ? Applicability.no("the inputs of " + model.name() + " are whole numbers or text, which have no "
        + "gradient; explain a layer behind them, or use a perturbation method") : Applicability.YES;
  }

  @Override
  public final Result explain(ExplainRequest<GradientSettings> request, ExplainContext context)
      throws LoupeException {
    DecodedInput input = Attributions.input(request.subject(), request.settings().input());
    Gradients gradients = context.gradients(new GradientQuery(List.of(input.name()), ruleSet, List.of()));
    Tensor values = attribution(input.tensor(), gradients.by(input.name()));
    double sum = 0;
    boolean zero = true;
    for (double v : values.toDoubles()) {
      sum += v;
      zero &= v == 0;
    }
    if (zero) {
      context.note("the score does not change with any element of input " + input.name()
          + " in the neighbourhood of this one: every value is 0");
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("score", gradients.score());
    figures.put("sum", sum);
    return Attributions.of(input, values, figures);
  }
}
