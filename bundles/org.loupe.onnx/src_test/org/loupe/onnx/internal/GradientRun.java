/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Model;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.math.tensor.Tensor;

/** Compares what an exported network gives, with its golden. */
record GradientRun(GradientGolden golden, GradientGolden.Exported exported, Model model) {
  private static final String INPUT = "input";
  private static final String LOGITS = "logits";

  /** The worst error of some of the items, in one batch, by what is differentiated by. */
  Map<String, GradientError> compare(int from, int items) throws LoupeException {
    List<String> sinks = List.copyOf(exported.names().values());
    GradientResult result = model.facet(Differentiable.class).orElseThrow().gradient(
        new GradientRequest(Map.of(INPUT, golden.input(from, items)), Map.of(LOGITS, golden.cotangent(from, items)),
            sinks, Differentiable.PLAIN, List.of()), Progress.NONE);
    Map<String, GradientError> errors = new LinkedHashMap<>();
    golden.gradients().forEach((value, reference) ->
        errors.put(value, worst(reference, result.gradient(exported.names().get(value)), from, items)));
    return errors;
  }

  private static GradientError worst(GradientGolden.Reference reference, Tensor found, int from, int items) {
    assertEquals(GradientGolden.batch(items, reference), found.shape());
    double[] values = found.toDoubles();
    int n = reference.elements();
    GradientError worst = GradientError.NONE;
    for (int b = 0; b < items; b++) {
      worst = worst.or(reference.compare(from + b, Arrays.copyOfRange(values, b * n, (b + 1) * n)));
    }
    return worst;
  }
}
