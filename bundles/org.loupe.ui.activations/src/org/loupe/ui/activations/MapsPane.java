/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.scene.Selection;
import org.loupe.ui.activations.draw.MapColors;
import org.loupe.ui.activations.draw.MatrixScene;
import org.loupe.ui.api.canvas.SceneThemes;
import org.loupe.ui.api.canvas.TileGrid;
import org.loupe.ui.api.canvas.Tiles;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;

/** All channels of a layer: a grid of maps, a line or matrix where there are none, or a sentence. */
final class MapsPane {
  private final Composite stack;
  private final StackLayout layout = new StackLayout();
  private final TileGrid grid;
  private final FittedScene scene;
  private final EmptyState empty;
  private final List<IntConsumer> listeners = new ArrayList<>();
  private MapTiles tiles;
  private FeatureMaps maps;
  private int selected = -1;

  MapsPane(Composite parent, String name) {
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(layout);
    grid = new TileGrid(stack, SWT.NONE);
    grid.setName(name);
    grid.onSelection(tile -> chosen(tiles.channel(tile)));
    scene = new FittedScene(stack);
    scene.onSelection(s -> {
      if (s.kind().equals(Selection.CHANNEL)) {
        chosen(s.coordinates().get(0).intValue());
      }
    });
    SceneThemes.onSwitch(grid, () -> {
      if (tiles != null) {
        tiles.setDark(dark());
        grid.refresh();
      }
    });
    SceneThemes.onSwitch(scene.canvas(), () -> {
      if (layout.topControl == scene.canvas() && maps != null) {
        drawMatrix();
      }
    });
    empty = new EmptyState(stack);
    layout.topControl = grid;
  }

  Composite control() {
    return stack;
  }

  TileGrid grid() {
    return grid;
  }

  /** Is told which channel the user selects. */
  void onChannel(IntConsumer listener) {
    listeners.add(listener);
  }

  private boolean dark() {
    return SceneThemes.isDark(grid.getBackground());
  }

  /**
   * Shows a layer.
   *
   * @param channels those to show, in order
   * @param common one range of colours for all; empty for each channel's own
   */
  void show(FeatureMaps next, int[] channels, Optional<MapColors.Common> common, MapTiles.Words words) {
    maps = next;
    if (next.layout().kind() == FeatureLayout.Kind.OTHER) {
      say(EmptyMessage.info(Messages.MapsPane_other,
          NLS.bind(Messages.MapsPane_otherText, next.layer(), next.values().shape())));
    } else if (!Shown.tiled(next)) {
      bring(scene.canvas());
      drawMatrix();
    } else if (channels.length == 0) {
      say(EmptyMessage.info(Messages.MapsPane_none, Messages.MapsPane_noneText));
    } else {
      tiles = new MapTiles(next, channels, common, dark(), words);
      grid.setTiles(tiles);
      bring(grid);
      grid.select(selected < 0 ? -1 : tiles.tile(selected));
    }
  }

  /** Says a sentence in place of channels. */
  void say(EmptyMessage message) {
    tiles = null;
    grid.setTiles(Tiles.NONE);
    scene.show(null);
    empty.show(message);
    bring(empty);
  }

  /** Selects a channel, or none for -1; listeners are not told. */
  void select(int channel) {
    if (channel == selected) {
      return;
    }
    selected = channel;
    if (layout.topControl == grid && tiles != null) {
      grid.select(channel < 0 ? -1 : tiles.tile(channel));
    } else if (layout.topControl == scene.canvas() && maps != null) {
      drawMatrix();
    }
  }

  private void drawMatrix() {
    FeatureMaps shown = Shown.asVector(maps);
    int channel = selected;
    boolean dark = dark();
    scene.show((w, h) -> new MatrixScene(shown, Optional.empty(), channel, dark).draw(w, h));
  }

  private void chosen(int channel) {
    select(channel);
    listeners.forEach(l -> l.accept(channel));
  }

  private void bring(Control control) {
    if (layout.topControl != control) {
      layout.topControl = control;
      stack.layout();
    }
  }
}
