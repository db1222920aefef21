/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;

/** Where the layers of a model keep their channels, as far as its graph tells; found for all layers at once. */
public final class ChannelAxes {
  private final Layouts layouts;
  private final Map<String, Integer> pooled = new HashMap<>();

  public ChannelAxes(ModelDescription model) {
    layouts = new Layouts(model.layers());
    Map<String, LayerInfo> byId = new HashMap<>();
    model.layers().forEach(l -> byId.put(l.id(), l));
    for (LayerInfo layer : model.layers()) {
      Pooling.of(layer, byId::get, layouts).ifPresent(p -> pooled.put(p.map().id(), p.map().channelAxis()));
    }
  }

  /**
   * The axis of channels of a layer's value.
   *
   * @param rank how many axes the value has, from 3 to 5, the batch included
   * @return empty if the graph does not tell, or the value has no places beside channels
   */
  public OptionalInt of(LayerInfo layer, int rank) {
    if (layouts.isChannelsFirst(layer) && rank >= 3) {
      return OptionalInt.of(1);
    }
    if (rank != 4) {
      return OptionalInt.empty();
    }
    Integer axis = layouts.isChannelsLast(layer) ? Integer.valueOf(3) : pooled.get(layer.id());
    return axis == null ? OptionalInt.empty() : OptionalInt.of(axis);
  }
}
