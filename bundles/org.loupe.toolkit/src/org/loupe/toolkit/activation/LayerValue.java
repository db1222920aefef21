/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import org.loupe.api.model.LayerInfo;
import org.loupe.api.result.FeatureLayout;
import org.loupe.math.tensor.Tensor;

/**
 * What a layer gave for one input.
 *
 * @param layer the layer
 * @param values with a batch axis of one in front
 * @param layout what the axes are
 * @param certain whether the graph tells the layout; if not, it is what such extents usually are
 */
public record LayerValue(LayerInfo layer, Tensor values, FeatureLayout layout, boolean certain) {
  /** How many channels there are; 1 where the layout has none. */
  public long channels() {
    return layout.channel() < 0 ? 1 : values.shape().dim(layout.channel());
  }

  /** Rows of a map, tokens, or 1. */
  public long rows() {
    return layout.row() < 0 ? 1 : values.shape().dim(layout.row());
  }

  /** Columns of a map, or 1. */
  public long columns() {
    return layout.column() < 0 ? 1 : values.shape().dim(layout.column());
  }
}
