/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.properties;

import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.WeightInfo;
import org.loupe.api.model.facet.Weights;
import org.loupe.core.kernel.KernelPictures;
import org.loupe.core.model.ModelLease;
import org.loupe.math.stats.Histogram;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;

/**
 * What weights look like.
 *
 * @param info which weights
 * @param summary of the numbers that were looked at; empty if they are none
 * @param histogram of the same from the smallest to the largest finite one; empty if there is none
 * @param sampled whether only some of the numbers were looked at
 * @param kernels the kernels of a convolution; empty if these are none
 */
record WeightsFacts(WeightInfo info, Optional<Summary> summary, Optional<Histogram> histogram, boolean sampled,
    Optional<KernelPictures> kernels) {
  private static final int BINS = 60;

  /** Those of a layer without looking at them; empty if it has none or the model does not tell. */
  static List<WeightInfo> of(ModelLease lease, String layer) throws LoupeException {
    Optional<Weights> facet = lease.facet(Weights.class);
    return facet.isEmpty() ? List.of() : facet.get().weights(layer);
  }

  /** Reads and looks at weights; takes time where they are large. */
  static WeightsFacts read(ModelLease lease, WeightInfo info, Progress progress) throws LoupeException {
    Tensor tensor = lease.facet(Weights.class).orElseThrow().read(info.name(), progress);
    if (tensor.type() == ElementType.STRING) {
      return new WeightsFacts(info, Optional.empty(), Optional.empty(), false, Optional.empty());
    }
    WeightSample sample = WeightSample.of(tensor, progress);
    Summary summary = Summary.of(sample.values());
    Optional<Histogram> histogram = summary.finite() == 0 ? Optional.empty()
        : Optional.of(histogram(sample.values(), summary));
    return new WeightsFacts(info, Optional.of(summary), histogram, !sample.whole(), kernels(tensor));
  }

  private static Histogram histogram(double[] values, Summary s) {
    boolean flat = !(s.max() > s.min()) || Double.isInfinite(s.max() - s.min());
    double half = flat ? Math.max(0.5, Math.ulp(s.min()) * BINS) : 0;
    return Histogram.of(values, BINS, s.min() - half, flat ? s.min() + half : s.max());
  }

  private static Optional<KernelPictures> kernels(Tensor tensor) {
    int rank = tensor.shape().rank();
    if (rank != 4 && rank != 3 || tensor.shape().dim(rank - 1) * tensor.shape().dim(rank - 2) <= 1) {
      return Optional.empty();
    }
    try {
      boolean colour = KernelPictures.colourable(tensor.shape());
      return Optional.of(new KernelPictures(tensor,
          colour ? KernelPictures.Inputs.COLOUR : KernelPictures.Inputs.EACH, KernelPictures.RGB, colour));
    } catch (LoupeException e) {
      // these weights are no kernels, so there are no pictures of them
      return Optional.empty();
    }
  }
}
