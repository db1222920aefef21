/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.predict;

import java.util.List;

/**
 * What a model said.
 *
 * @param outputs in the model's order
 * @param warnings what a reader must know, a line each
 */
public record Prediction(List<OutputPrediction> outputs, List<String> warnings) {
  public Prediction {
    outputs = List.copyOf(outputs);
    warnings = List.copyOf(warnings);
  }
}
