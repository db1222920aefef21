/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.predict;

import java.util.List;
import org.loupe.api.model.OutputInfo;
import org.loupe.math.tensor.Tensor;

/**
 * What a model said in one output.
 *
 * @param output the output
 * @param value its tensor as it is
 * @param top the best classes, best first; empty if the output is no class vector
 */
public record OutputPrediction(OutputInfo output, Tensor value, List<ClassScore> top) {
  public OutputPrediction {
    top = List.copyOf(top);
  }
}
