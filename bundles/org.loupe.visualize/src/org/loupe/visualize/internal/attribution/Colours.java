/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import org.loupe.math.color.ColorMap;
import org.loupe.scene.SceneColor;

/**
 * Colours of attributions and of values. Red raises and blue lowers, in the ends of the house's signed map; both can be
 * told apart with any common colour blindness and stand out from light and dark ground.
 */
public final class Colours {
  public static final SceneColor RAISES = SceneColor.argb(0xffcc4a33);
  public static final SceneColor LOWERS = SceneColor.argb(0xff2b7bbe);
  /** What stands in a shape of the two above. */
  public static final SceneColor INSIDE = SceneColor.argb(0xffffffff);
  /** Low to high values: blue, violet, orange, of rising lightness. */
  public static final ColorMap LOW_HIGH = ColorMap.sequential("low-high", "Low to high", 0xff8c9299, 0x1f5fbf, 0x7a5cc0,
      0xc85a9a, 0xf26d5b, 0xff8a3d);
  /** Where there is no value. */
  public static final SceneColor NO_VALUE = SceneColor.argb(LOW_HIGH.nanArgb());

  private Colours() {
  }

  public static SceneColor of(double attribution) {
    return attribution < 0 ? LOWERS : RAISES;
  }
}
