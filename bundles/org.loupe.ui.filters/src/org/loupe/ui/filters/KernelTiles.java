/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.Optional;
import org.eclipse.swt.graphics.ImageData;
import org.loupe.api.Progress;
import org.loupe.core.kernel.KernelPicture;
import org.loupe.core.kernel.KernelPictures;
import org.loupe.ui.api.canvas.PictureData;
import org.loupe.ui.api.canvas.Tiles;

/** Kernels, each its own tile. */
record KernelTiles(KernelPictures pictures) implements Tiles {
  @Override
  public int count() {
    return (int) Math.min(Integer.MAX_VALUE, pictures.count());
  }

  @Override
  public Optional<ImageData> picture(int tile, int pixels, Progress progress) {
    KernelPicture kernel = pictures.picture(tile);
    return Optional.of(PictureData.of(kernel.width(), kernel.height(), kernel.argb()));
  }

  @Override
  public String label(int tile) {
    int each = pictures.picturesPerOutput();
    return each == 1 ? Integer.toString(tile) : tile / each + " \u2190 " + tile % each;
  }

  @Override
  public String tooltip(int tile) {
    int each = pictures.picturesPerOutput();
    return each == 1 ? Texts.bind(Messages.KernelTiles_kernel, tile)
        : Texts.bind(Messages.KernelTiles_plane, tile / each, tile % each);
  }
}
