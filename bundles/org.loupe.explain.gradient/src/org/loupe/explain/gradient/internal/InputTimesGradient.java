/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.gradient.internal;

import org.loupe.api.model.facet.Differentiable;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Tensor;

/**
 * Each element of the input times the derivative of the score by it. Source: A. Shrikumar, P. Greenside, A. Shcherbina
 * and A. Kundaje, "Not Just a Black Box: Learning Important Features Through Propagating Activation Differences",
 * arXiv 1605.01713, 2016.
 */
public final class InputTimesGradient extends GradientMethod {
  public InputTimesGradient() {
    super(Differentiable.PLAIN);
  }

  @Override
  Tensor attribution(Tensor input, Tensor gradient) {
    double[] product = gradient.toDoubles();
    double[] x = input.toDoubles();
    for (int i = 0; i < product.length; i++) {
      product[i] *= x[i];
    }
    return ArrayTensor.convert(gradient.type(), gradient.shape(), product);
  }
}
