/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LayerNames;
import org.loupe.api.model.ModelDescription;

/** Finds the layer that a class activation map is made of. */
public final class FeatureMaps {
  private FeatureMaps() {
  }

  /**
   * The last spatial feature map before a value: what the last global pooling takes, or a later layer if there is one
   * of more than one place whose channels certainly come before rows and columns.
   *
   * @param value the value that the score is read from
   * @throws LoupeException NOT_APPLICABLE if the value depends on no such layer
   */
  public static FeatureMap last(ModelDescription model, String value) throws LoupeException {
    Ancestors graph = new Ancestors(model, value);
    Layouts layouts = new Layouts(graph.all());
    List<LayerInfo> all = graph.all();
    for (int i = all.size() - 1; i >= 0; i--) {
      LayerInfo layer = all.get(i);
      Optional<Pooling> pooling = Pooling.of(layer, graph::layer, layouts);
      if (pooling.isPresent()) {
        return pooling.get().map();
      }
      // The score's own value is what is explained, not what it is explained by.
      if (!layer.id().equals(value) && layouts.isChannelsFirst(layer) && Layouts.isGrid(layer, 1)) {
        return new FeatureMap(layer, 1, true);
      }
    }
    throw LoupeException.notApplicable("no layer of " + model.name() + " before " + value
        + " is a feature map with rows and columns; name a layer, or use a method that needs none");
  }

  /**
   * A layer that the user names.
   *
   * @throws LoupeException USAGE if there is no such layer; NOT_APPLICABLE if it is no feature map
   */
  public static FeatureMap named(ModelDescription model, String name) throws LoupeException {
    LayerInfo layer = LayerNames.find(model, name);
    int rank = Ancestors.dims(layer).size();
    boolean number = layer.output().type().map(t -> t.isFloating()).orElse(true);
    if (rank != 0 && rank != 4 || !number) {
      throw LoupeException.notApplicable("layer " + layer.id() + " is " + layer.output().typeText()
          + ", no feature map with channels, rows and columns; name another, as one of a convolution");
    }
    Ancestors graph = new Ancestors(model, layer.id());
    Layouts layouts = new Layouts(graph.all());
    if (layouts.isChannelsFirst(layer)) {
      return new FeatureMap(layer, 1, true);
    }
    for (LayerInfo other : model.layers()) {
      if (other.inputs().contains(layer.id())) {
        Optional<Pooling> pooling = Pooling.of(other, new Ancestors(model, other.id())::layer, layouts);
        if (pooling.isPresent() && pooling.get().map().id().equals(layer.id())) {
          return pooling.get().map();
        }
      }
    }
    return new FeatureMap(layer, 1, false);
  }
}
