/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;

/**
 * Where the values of a graph keep their channels. Operators over a grid have channels in front of rows and columns;
 * what follows keeps that order until something moves axes.
 */
final class Layouts {
  private static final int RANK = 4;
  /** Operators over a grid, by the specification [N, C, h, w], in any domain. */
  private static final Set<String> SPATIAL = Set.of("Conv", "ConvTranspose", "FusedConv", "ConvInteger", "QLinearConv",
      "DeformConv", "MaxPool", "AveragePool", "LpPool", "MaxUnpool", "BatchNormalization", "InstanceNormalization",
      "GroupNormalization", "LRN", "DepthToSpace", "SpaceToDepth", "GridSample", "Upsample", "NhwcMaxPool");
  /** Operators whose result need not have its axes where the operand has them. */
  private static final Set<String> MOVING = Set.of("Transpose", "Reshape", "Flatten", "MatMul", "Gemm", "Einsum",
      "Squeeze", "Unsqueeze", "Gather", "GatherND", "GatherElements", "Shape", "Expand", "Tile", "MatMulInteger");

  private final Map<String, Boolean> channelsFirst = new HashMap<>();

  Layouts(List<LayerInfo> inOrder) {
    for (LayerInfo layer : inOrder) {
      channelsFirst.put(layer.id(), isFirst(layer));
    }
  }

  /** Whether a value certainly has the extents [N, C, h, w]. */
  boolean isChannelsFirst(LayerInfo layer) {
    return channelsFirst.getOrDefault(layer.id(), false);
  }

  private boolean isFirst(LayerInfo layer) {
    if (Ancestors.dims(layer).size() != RANK) {
      return false;
    }
    String operator = layer.operator().substring(layer.operator().lastIndexOf('.') + 1);
    // An operand of fewer axes, or one whose axes nobody knows, does not move those of the other.
    return SPATIAL.contains(operator)
        || !MOVING.contains(operator) && layer.inputs().stream().anyMatch(i -> channelsFirst.getOrDefault(i, false));
  }

  /** Whether a value has four axes, and more than one place in its grid as far as is declared. */
  static boolean isGrid(LayerInfo layer, int channelAxis) {
    List<Dimension> dims = Ancestors.dims(layer);
    if (dims.size() != RANK || !layer.output().type().map(t -> t.isFloating()).orElse(true)) {
      return false;
    }
    int row = channelAxis == 1 ? 2 : 1;
    return isWide(dims.get(row)) || isWide(dims.get(row + 1));
  }

  private static boolean isWide(Dimension d) {
    return !d.known() || d.size() > 1;
  }
}
