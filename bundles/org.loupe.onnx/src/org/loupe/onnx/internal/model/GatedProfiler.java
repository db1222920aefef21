/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.ModelProfile;
import org.loupe.api.model.facet.Profiler;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.tensor.InputCheck;

/** Measures a model until it is closed; inputs are checked before the engine sees them. */
record GatedProfiler(ModelGate gate, ModelDescription model, Profiler engine) implements Profiler {
  @Override
  public ModelProfile profile(Map<String, Tensor> inputs, int runs, Progress progress) throws LoupeException {
    return gate.pass(() -> {
      progress.check();
      return engine.profile(InputCheck.fit(model, inputs), runs, progress);
    });
  }
}
