/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package com.example.sensitivity;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.Result;
import org.loupe.api.settings.Setting;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Tensor;

/**
 * The partial derivative of the target's score with respect to each element of the first explained input, estimated by
 * {@code (f(x + h) - f(x - h)) / 2h}; its error is of the order of the square of the step h.
 */
public final class FiniteDifferences implements Explainer<FiniteDifferences.Settings> {
  /** @param step h, in units of the model's input */
  public record Settings(
      @Setting(label = "Step", doc = "How far each element is moved to either side; larger steps see less noise and"
          + " more curvature.", defaultValue = "0.01", min = 1e-9)
      double step) {
  }

  @Override
  public Class<Settings> settingsType() {
    return Settings.class;
  }

  @Override
  public Result explain(ExplainRequest<Settings> request, ExplainContext context) throws LoupeException {
    DecodedInput input = request.subject().first();
    double[] x = input.tensor().toDoubles();
    double step = request.settings().step();
    double[] scores = context.scores(2 * x.length, variant -> Map.of(input.name(), moved(input.tensor(), x,
        variant / 2, variant % 2 == 0 ? step : -step)));
    double[] slope = new double[x.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (scores[2 * i] - scores[2 * i + 1]) / (2 * step);
    }
    Tensor values = ArrayTensor.of(input.tensor().shape(), slope);
    List<String> features = input.features().size() == x.length ? input.features()
        : IntStream.range(0, x.length).mapToObj(i -> input.name() + "[" + i + "]").toList();
    List<Double> inputs = IntStream.range(0, x.length).mapToObj(i -> x[i]).toList();
    return new FeatureAttribution(input.name(), values, features, inputs, Map.of("step", step));
  }

  private static Tensor moved(Tensor tensor, double[] x, int element, double by) {
    double[] variant = x.clone();
    variant[element] += by;
    return ArrayTensor.convert(tensor.type(), tensor.shape(), variant);
  }
}
