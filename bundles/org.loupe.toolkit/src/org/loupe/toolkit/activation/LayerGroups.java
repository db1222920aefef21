/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.math.tensor.ElementType;

/** Puts layers in groups whose values fit in memory together, as far as the model declares their shapes. */
public final class LayerGroups {
  private static final int MAX_LAYERS = 64;
  /** Taken for a layer whose shape is only known when the model runs. */
  private static final long UNKNOWN_BYTES = 4 << 20;

  private LayerGroups() {
  }

  /** Groups in the order of the layers. @param memory bytes for the values of a group; a larger layer is alone */
  public static List<List<LayerInfo>> of(List<LayerInfo> layers, long memory) {
    List<List<LayerInfo>> groups = new ArrayList<>();
    List<LayerInfo> group = new ArrayList<>();
    long used = 0;
    for (LayerInfo layer : layers) {
      long bytes = Math.min(bytes(layer), memory);
      if (!group.isEmpty() && (used > memory - bytes || group.size() == MAX_LAYERS)) {
        groups.add(List.copyOf(group));
        group.clear();
        used = 0;
      }
      group.add(layer);
      used += bytes;
    }
    if (!group.isEmpty()) {
      groups.add(List.copyOf(group));
    }
    return groups;
  }

  /** Size of the value in bytes; the outermost extent, where it is open, is a batch of 1. */
  private static long bytes(LayerInfo layer) {
    List<Dimension> dims = layer.output().dims().orElse(null);
    if (dims == null) {
      return UNKNOWN_BYTES;
    }
    double bytes = Math.max(1, layer.output().type().orElse(ElementType.FLOAT32).bytes());
    for (int i = 0; i < dims.size(); i++) {
      if (dims.get(i).known()) {
        bytes *= dims.get(i).size();
      } else if (i > 0) {
        return UNKNOWN_BYTES;
      }
    }
    return (long) bytes;
  }
}
