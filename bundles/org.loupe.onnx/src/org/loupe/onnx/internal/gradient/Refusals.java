/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.graph.gradient.GradientException;
import org.loupe.graph.gradient.MissingRulesException;

/** Why there is no gradient, as the contracts say it. */
final class Refusals {
  private Refusals() {
  }

  /** @param model name of the model's file */
  static LoupeException of(String model, GradientException e) {
    String message = model + ": " + e.getMessage();
    if (e instanceof MissingRulesException missing) {
      List<String> operators =
          missing.missing().stream().map(m -> m.node().qualifiedType()).distinct().toList();
      return new org.loupe.api.model.facet.MissingRulesException(message, operators, e);
    }
    return new LoupeException(LoupeException.Kind.NOT_APPLICABLE, message, e);
  }
}
