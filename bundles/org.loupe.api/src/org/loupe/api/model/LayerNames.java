/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import java.util.List;
import org.loupe.api.LoupeException;

/** Finds layers by what a person writes: a value's name, or the name of a node that computes one value. */
public final class LayerNames {
  private LayerNames() {
  }

  /**
   * The layer called {@code name}: its id, else the one layer of the node of that name.
   *
   * @throws LoupeException USAGE if there is none, or a node's name is ambiguous; the message lists candidates
   */
  public static LayerInfo find(ModelDescription model, String name) throws LoupeException {
    var byId = model.layer(name);
    if (byId.isPresent()) {
      return byId.get();
    }
    List<LayerInfo> byNode = model.layers().stream().filter(l -> l.node().equals(name)).toList();
    if (byNode.size() == 1) {
      return byNode.get(0);
    }
    if (byNode.size() > 1) {
      throw LoupeException.usage("layer " + name + " is ambiguous; use one of " + ids(byNode));
    }
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    List<LayerInfo> near = model.layers().stream()
        .filter(l -> l.id().toLowerCase(java.util.Locale.ROOT).contains(lower)).limit(5).toList();
    throw LoupeException.usage("no layer " + name + " in " + model.name()
        + (near.isEmpty() ? "; loupe inspect lists the layers" : "; did you mean one of " + ids(near)));
  }

  private static List<String> ids(List<LayerInfo> layers) {
    return layers.stream().map(LayerInfo::id).toList();
  }
}
