/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspection;

/**
 * The layer and channel that the view is about.
 *
 * @param channel from 0; the first one where none is selected
 */
record Focus(InspectedModel model, LayerInfo layer, int channel) {
  /** Empty while no layer of the model is selected. */
  static Optional<Focus> of(Inspection inspection) {
    return inspection.model().flatMap(m -> inspection.layer().flatMap(m.description()::layer)
        .map(l -> new Focus(m, l, inspection.channel().orElse(0))));
  }

  /** How many channels the layer has, as far as the model's file tells. */
  OptionalInt channels() {
    List<Dimension> dims = layer.output().dims().orElse(List.of());
    return dims.size() > 1 && dims.get(1).known() && dims.get(1).size() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) dims.get(1).size()) : OptionalInt.empty();
  }

  /** Whether the layer gives numbers, and more than one for an item. */
  static boolean hasChannels(LayerInfo layer) {
    return layer.output().type().map(t -> t.isFloating()).orElse(true)
        && layer.output().dims().map(d -> d.size() > 1).orElse(true);
  }

  boolean sameLayer(Focus other) {
    return other != null && model.file().equals(other.model.file()) && model.card().equals(other.model.card())
        && layer.id().equals(other.layer.id());
  }
}
