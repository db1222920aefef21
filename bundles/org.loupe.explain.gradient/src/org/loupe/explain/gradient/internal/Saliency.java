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
 * The gradient of the score by the input, signed. Source: K. Simonyan, A. Vedaldi and A. Zisserman, "Deep Inside
 * Convolutional Networks", ICLR workshop 2014, section 3; absolute values and the greatest channel are left to views.
 */
public final class Saliency extends GradientMethod {
  public Saliency() {
    super(Differentiable.PLAIN);
  }

  @Override
  Tensor attribution(Tensor input, Tensor gradient) {
    return gradient;
  }
}
