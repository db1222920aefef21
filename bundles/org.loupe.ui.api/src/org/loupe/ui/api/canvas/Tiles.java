/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.util.Optional;
import org.eclipse.swt.graphics.ImageData;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;

/** What a {@link TileGrid} shows: pictures by position, made when they come into sight. */
public interface Tiles {
  /** Nothing. */
  Tiles NONE = new Tiles() {
    @Override
    public int count() {
      return 0;
    }

    @Override
    public Optional<ImageData> picture(int tile, int pixels, Progress progress) {
      return Optional.empty();
    }

    @Override
    public String label(int tile) {
      return "";
    }
  };

  int count();

  /**
   * The picture of a tile. Called by background threads, never by the UI thread.
   *
   * @param pixels extent of the square that it is shown in; a picture may be smaller, and is enlarged without smoothing
   *     where it is; a larger one wastes memory
   * @return empty if there is nothing to see yet, or at all; {@link TileGrid#refresh} asks again
   * @throws LoupeException with one line for the tooltip if it cannot be made
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  Optional<ImageData> picture(int tile, int pixels, Progress progress) throws LoupeException;

  /** What stands below a picture, a word or two. Called by the UI thread. */
  String label(int tile);

  /** What a reader who points at it is told; may have several lines. Called by the UI thread. */
  default String tooltip(int tile) {
    return label(tile);
  }

  /** What must catch the eye. Called by the UI thread. */
  default Optional<TileBadge> badge(int tile) {
    return Optional.empty();
  }
}
