/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import java.io.UncheckedIOException;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Scene;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.visualize.internal.Notes;

/**
 * Draws what a layer gives: a map for each channel or attention head on one sheet, a vector as bars over a strip of
 * colours, tokens as one map of token and channel.
 */
public final class FeatureMapsView implements Visualizer<FeatureMaps, FeatureMapsOptions> {
  static final double LEAST_WIDTH = 240;
  static final double LEAST_HEIGHT = 180;

  @Override
  public Class<FeatureMaps> resultType() {
    return FeatureMaps.class;
  }

  @Override
  public Class<FeatureMapsOptions> optionsType() {
    return FeatureMapsOptions.class;
  }

  @Override
  public boolean accepts(FeatureMaps result) {
    return result.layout().kind() != FeatureLayout.Kind.OTHER;
  }

  @Override
  public Scene prepare(FeatureMaps result, ViewRequest<FeatureMapsOptions> request) throws LoupeException {
    if (result.values().size() == 0) {
      SceneBuilder scene = new SceneBuilder(Math.max(LEAST_WIDTH, request.width()), LEAST_HEIGHT / 2);
      return scene.header(request.title(), "this layer gives nothing: its shape is " + result.values().shape())
          .build();
    }
    try {
      return switch (result.layout().kind()) {
        case MAPS, ATTENTION -> new MapsScene(result, request).scene();
        case VECTOR -> new VectorScene(result, request).scene();
        case TOKENS -> new TokensScene(result, request).scene();
        case OTHER -> throw LoupeException.notApplicable("values of shape " + result.values().shape()
            + " are no maps; see the table of their channels");
      };
    } catch (UncheckedIOException e) {
      throw LoupeException.badInput(
          "cannot read the values of " + result.layer() + ": " + e.getCause().getMessage(), e);
    }
  }

  /** The heading: what the layer is called, its shape, its figures. */
  static String subtitle(FeatureMaps result) {
    String figures = Notes.figures(result.figures());
    return result.layer() + " " + result.values().shape() + (figures.isEmpty() ? "" : "  \u00b7  " + figures);
  }
}
