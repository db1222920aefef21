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
 * The gradient with what is negative dropped at each rectifier on the way back, beside what was off on the way
 * forward. Source: J. T. Springenberg, A. Dosovitskiy, T. Brox and M. Riedmiller, "Striving for Simplicity: The All
 * Convolutional Net", ICLR workshop 2015.
 */
public final class GuidedBackprop extends GradientMethod {
  public GuidedBackprop() {
    super(Differentiable.GUIDED);
  }

  @Override
  Tensor attribution(Tensor input, Tensor gradient) {
    return gradient;
  }
}
