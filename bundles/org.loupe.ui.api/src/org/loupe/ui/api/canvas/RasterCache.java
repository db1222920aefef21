/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.loupe.scene.Raster;

/** The SWT images of a scene's pictures, made once. */
final class RasterCache {
  private final Device device;
  private final Map<Raster, Image> images = new IdentityHashMap<>();

  RasterCache(Device device) {
    this.device = device;
  }

  Image image(Raster raster) {
    return images.computeIfAbsent(raster, r -> new Image(device, PictureData.of(r)));
  }

  void clear() {
    images.values().forEach(Image::dispose);
    images.clear();
  }
}
