/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.Optional;
import org.eclipse.swt.graphics.ImageData;
import org.loupe.api.Progress;
import org.loupe.api.result.FeatureMaps;
import org.loupe.math.color.ColorScale;
import org.loupe.math.stats.Summary;
import org.loupe.toolkit.activation.Plane;
import org.loupe.ui.activations.draw.MapColors;
import org.loupe.ui.api.canvas.PictureData;
import org.loupe.ui.api.canvas.TileBadge;
import org.loupe.ui.api.canvas.Tiles;

/** The maps of channels as tiles. */
final class MapTiles implements Tiles {
  private final FeatureMaps maps;
  private final int[] channels;
  private final Optional<MapColors.Common> common;
  private final Words words;
  private volatile boolean dark;

  /** What is said of a channel. */
  interface Words {
    String label(int channel);

    String tooltip(int channel);

    Optional<TileBadge> badge(int channel);
  }

  /** @param channels in the order to show them @param common colours of all; empty for each channel's own */
  MapTiles(FeatureMaps maps, int[] channels, Optional<MapColors.Common> common, boolean dark, Words words) {
    this.maps = maps;
    this.channels = channels;
    this.common = common;
    this.dark = dark;
    this.words = words;
  }

  /** Pictures that are made from now on are for another ground. */
  void setDark(boolean now) {
    dark = now;
  }

  int channel(int tile) {
    return channels[tile];
  }

  /** The tile of a channel; -1 if it is not among those shown. */
  int tile(int channel) {
    for (int i = 0; i < channels.length; i++) {
      if (channels[i] == channel) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int count() {
    return channels.length;
  }

  @Override
  public Optional<ImageData> picture(int tile, int pixels, Progress progress) {
    Plane plane = Plane.of(maps, channels[tile], pixels);
    ColorScale colors = common.orElseGet(() -> {
      Summary s = Summary.of(plane.values());
      return ground -> MapColors.of(s.min(), s.max(), ground);
    }).on(dark);
    int[] argb = new int[plane.values().length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = colors.argb(plane.values()[i]);
    }
    return Optional.of(PictureData.of(plane.columns(), plane.rows(), argb));
  }

  @Override
  public String label(int tile) {
    return words.label(channels[tile]);
  }

  @Override
  public String tooltip(int tile) {
    return words.tooltip(channels[tile]);
  }

  @Override
  public Optional<TileBadge> badge(int tile) {
    return words.badge(channels[tile]);
  }
}
