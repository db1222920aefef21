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

  private final Map<String, LayerInfo> channelsFirst = new HashMap<>();
  private final Map<String, LayerInfo> channelsLast = new HashMap<>();

  Layouts(List<LayerInfo> inOrder) {
    for (LayerInfo layer : inOrder) {
      if (isFirst(layer)) {
        channelsFirst.put(layer.id(), layer);
      } else if (isLast(layer)) {
        channelsLast.put(layer.id(), layer);
      }
    }
  }

  /** Whether a value certainly has the extents [N, C, h, w], or the like with one axis or three of places. */
  boolean isChannelsFirst(LayerInfo layer) {
    return channelsFirst.containsKey(layer.id());
  }

  /** Whether a value certainly has the extents [N, h, w, C]: it was turned from [N, C, h, w] on the way. */
  boolean isChannelsLast(LayerInfo layer) {
    return channelsLast.containsKey(layer.id());
  }

  private boolean isFirst(LayerInfo layer) {
    int rank = Ancestors.dims(layer).size();
    if (rank < RANK - 1 || rank > RANK + 1) {
      return false;
    }
    // An operand of fewer axes, or one whose axes nobody knows, does not move those of the other.
    return SPATIAL.contains(operator(layer)) || keeps(layer, channelsFirst);
  }

  private boolean isLast(LayerInfo layer) {
    if (Ancestors.dims(layer).size() != RANK) {
      return false;
    }
    // A product with a matrix mixes channels where they are last.
    boolean mixed = operator(layer).equals("MatMul") && !layer.inputs().isEmpty()
        && channelsLast.containsKey(layer.inputs().get(0));
    return mixed || keeps(layer, channelsLast) || operator(layer).equals("Transpose") && !layer.inputs().isEmpty()
        && turned(channelsFirst.get(layer.inputs().get(0)), layer);
  }

  private static boolean keeps(LayerInfo layer, Map<String, LayerInfo> known) {
    return !MOVING.contains(operator(layer)) && layer.inputs().stream().anyMatch(known::containsKey);
  }

  /** Whether [N, C, h, w] became [N, h, w, C], as the operator says, else as the extents tell. */
  private static boolean turned(LayerInfo from, LayerInfo to) {
    if (from == null || Ancestors.dims(from).size() != RANK) {
      return false;
    }
    String order = to.attributes().get("perm");
    if (order != null) {
      return order.replace(" ", "").equals("0,2,3,1");
    }
    List<Dimension> a = Ancestors.dims(from);
    List<Dimension> b = Ancestors.dims(to);
    return same(a.get(1), b.get(3)) && same(a.get(2), b.get(1)) && same(a.get(3), b.get(2))
        && !same(a.get(1), a.get(2));
  }

  private static boolean same(Dimension a, Dimension b) {
    return a.known() && b.known() && a.size() == b.size();
  }

  private static String operator(LayerInfo layer) {
    return layer.operator().substring(layer.operator().lastIndexOf('.') + 1);
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
