/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

/**
 * A picture of pixels, stretched to a rectangle.
 *
 * @param raster the pixels
 * @param bounds where they go
 * @param smooth whether pixels are interpolated when the picture grows; if not, each is a crisp rectangle
 * @param opacity from 0, not seen, to 1
 * @param alt what it shows, for those who do not see it
 */
public record ImageItem(Raster raster, Rect bounds, boolean smooth, double opacity, String alt) implements Item {
  public ImageItem {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException("the opacity " + opacity + " is outside 0 to 1");
    }
    alt = SafeText.label(alt);
  }
}
