/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.Table;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Layers for tests. */
final class Layers {
  private Layers() {
  }

  static FeatureLayout nchw() {
    return new FeatureLayout(Kind.MAPS, 1, 2, 3);
  }

  static FeatureLayout nhwc() {
    return new FeatureLayout(Kind.MAPS, 3, 1, 2);
  }

  /** @param values by flat index */
  static FeatureMaps of(FeatureLayout layout, Shape shape, IntToDoubleFunction values) {
    float[] all = new float[(int) shape.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) values.applyAsDouble(i);
    }
    return new FeatureMaps("conv1", ArrayTensor.of(shape, all), layout, Optional.empty(),
        figures(layout.channel() < 0 ? 0 : (int) shape.dim(layout.channel())), Map.of());
  }

  static FeatureMaps maps(int channels, int rows, int columns, IntToDoubleFunction values) {
    return of(nchw(), Shape.of(1, channels, rows, columns), values);
  }

  /** The mean of channel c is said to be c; of channel 1 there is none. */
  private static Table figures(int channels) {
    double[] index = IntStream.range(0, channels).asDoubleStream().toArray();
    double[] mean = IntStream.range(0, channels).mapToDouble(c -> c == 1 ? Double.NaN : c).toArray();
    return Table.of(new Table.Numbers("channel", "", index), new Table.Numbers("mean", "mV", mean));
  }
}
