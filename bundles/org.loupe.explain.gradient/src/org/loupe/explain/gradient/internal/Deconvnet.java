/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.gradient.internal;

import org.loupe.api.model.facet.Differentiable;
import org.loupe.math.tensor.Tensor;

/**
 * The way back with a rectifier in place of each rectifier's derivative, whatever was off on the way forward. Source:
 * M. D. Zeiler and R. Fergus, "Visualizing and Understanding Convolutional Networks", ECCV 2014, section 2.1.
 */
public final class Deconvnet extends GradientMethod {
  public Deconvnet() {
    super(Differentiable.DECONVNET);
  }

  @Override
  Tensor attribution(Tensor input, Tensor gradient) {
    return gradient;
  }
}
