/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;

/** The layers that a value depends on, itself included. */
final class Ancestors {
  private final Map<String, LayerInfo> layers = new HashMap<>();
  private final List<LayerInfo> inOrder = new ArrayList<>();

  Ancestors(ModelDescription model, String value) {
    model.layers().forEach(l -> layers.put(l.id(), l));
    Set<String> needed = new HashSet<>(Set.of(value));
    for (LayerInfo layer : model.layers().reversed()) {
      if (needed.contains(layer.id())) {
        needed.addAll(layer.inputs());
        inOrder.add(0, layer);
      }
    }
  }

  /** In topological order. */
  List<LayerInfo> all() {
    return inOrder;
  }

  /** The layer of an id; null for inputs of the model. */
  LayerInfo layer(String id) {
    return layers.get(id);
  }

  /** Declared extents; empty where not even the rank is known. */
  static List<Dimension> dims(LayerInfo layer) {
    return layer.output().dims().orElse(List.of());
  }
}
