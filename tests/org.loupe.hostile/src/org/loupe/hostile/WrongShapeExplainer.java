/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.hostile;

import java.util.Map;
import java.util.Optional;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.settings.NoSettings;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Returns a map that does not fit the input. */
public class WrongShapeExplainer implements Explainer<NoSettings> {
  @Override
  public Class<NoSettings> settingsType() {
    return NoSettings.class;
  }

  @Override
  public Result explain(ExplainRequest<NoSettings> request, ExplainContext context) {
    ArrayTensor three = ArrayTensor.of(Shape.of(3), 1f, 2f, 3f);
    return new SaliencyMap("no such input", three, SpatialAxes.NCHW, Optional.empty(), Map.of());
  }
}
