/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.math.tensor.Tensor;

/** Which input is explained, and its attribution as a result. */
public final class Attributions {
  private Attributions() {
  }

  /**
   * The input to explain.
   *
   * @param name of a model input; empty for the first that came from a file
   * @throws LoupeException USAGE if there is none of this name
   */
  public static DecodedInput input(Subject.Single subject, String name) throws LoupeException {
    if (name.isBlank()) {
      return subject.first();
    }
    DecodedInput input = subject.inputs().get(name.strip());
    if (input == null) {
      throw LoupeException.usage("the model has no input " + name.strip() + "; it has " + subject.inputs().keySet());
    }
    return input;
  }

  /**
   * A map where the input has a grid, else a list of its elements.
   *
   * @param values signed, in the input's shape, in units of the score
   */
  public static Result of(DecodedInput input, Tensor values, Map<String, Double> figures) {
    if (input.axes().isPresent()) {
      return new SaliencyMap(input.name(), values, input.axes().get(), input.picture(), figures);
    }
    List<Double> inputs = new ArrayList<>();
    for (double value : input.tensor().toDoubles()) {
      inputs.add(value);
    }
    return new FeatureAttribution(input.name(), values, ElementNames.all(input), inputs, figures);
  }
}
