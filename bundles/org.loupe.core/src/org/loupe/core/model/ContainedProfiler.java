/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.ModelProfile;
import org.loupe.api.model.facet.Profiler;
import org.loupe.core.internal.contain.Containment;
import org.loupe.math.tensor.Tensor;

/** A contributed engine's profiler, contained: what it throws names its bundle. */
record ContainedProfiler(String bundle, Profiler engine) implements Profiler {
  @Override
  public ModelProfile profile(Map<String, Tensor> inputs, int runs, Progress progress) throws LoupeException {
    return Containment.call(bundle, "profiling the model", () -> engine.profile(inputs, runs, progress));
  }
}
