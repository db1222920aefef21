/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.api.Progress;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.api.result.FeatureMaps;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.activation.ChannelTable;
import org.loupe.toolkit.activation.LayerActivation;
import org.loupe.toolkit.activation.LayerStatistics;
import org.loupe.toolkit.activation.LayerValue;

/** Layers and what they gave, for tests. */
public final class SomeLayers {
  public static final FeatureLayout MAPS = new FeatureLayout(Kind.MAPS, 1, 2, 3);
  public static final FeatureLayout VECTOR = new FeatureLayout(Kind.VECTOR, 1, -1, -1);
  public static final FeatureLayout TOKENS = new FeatureLayout(Kind.TOKENS, 2, 1, -1);
  public static final FeatureLayout OTHER = new FeatureLayout(Kind.OTHER, -1, -1, -1);

  private SomeLayers() {
  }

  /** Values 0, 1, 2 ... of a shape. */
  public static Tensor counting(long... dims) {
    Shape shape = Shape.of(dims);
    return ArrayTensor.of(shape, IntStream.range(0, (int) shape.size()).mapToDouble(i -> i).toArray());
  }

  /** The same value everywhere. */
  public static Tensor filled(double value, long... dims) {
    Shape shape = Shape.of(dims);
    return ArrayTensor.of(shape, IntStream.range(0, (int) shape.size()).mapToDouble(i -> value).toArray());
  }

  /** What a layer gave, without figures. */
  public static FeatureMaps maps(Tensor values, FeatureLayout layout) {
    return new FeatureMaps("some", values, layout, Optional.empty(), ChannelTable.of(List.of(), Optional.empty()),
        Map.of());
  }

  /** What a layer gave, with figures. */
  public static LayerActivation activation(Tensor values, FeatureLayout layout) {
    List<Dimension> dims = new ArrayList<>();
    for (int a = 0; a < values.shape().rank(); a++) {
      dims.add(Dimension.of(values.shape().dim(a)));
    }
    LayerInfo layer = new LayerInfo("some", "some", "Conv", List.of(),
        ValueSpec.tensor("some", ElementType.FLOAT32, dims.toArray(Dimension[]::new)), 0, "");
    LayerValue value = new LayerValue(layer, values, layout, true);
    LayerStatistics statistics = LayerStatistics.of(value, true, Progress.NONE);
    return new LayerActivation(value, statistics, new FeatureMaps("some", values, layout, Optional.empty(),
        ChannelTable.of(statistics.channels(), Optional.empty()), Map.of("mean", statistics.all().mean())));
  }
}
