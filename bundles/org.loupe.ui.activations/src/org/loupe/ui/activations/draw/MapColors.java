/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import org.loupe.math.color.ColorMap;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.color.ColorScale;

/** The colours of activations: from one end to the other, or about zero where there are values on both sides. */
public final class MapColors {
  /** Colours that many maps have in common, on a light or a dark ground. */
  @FunctionalInterface
  public interface Common {
    ColorScale on(boolean dark);
  }

  private MapColors() {
  }

  /** @param min smallest value, NaN if there is none @param max largest value */
  public static ColorScale of(double min, double max, boolean dark) {
    ColorMap signed = dark ? ColorMaps.BLUE_BLACK_RED : ColorMaps.BLUE_WHITE_RED;
    return min < 0 && max > 0 ? ColorScale.symmetric(signed, min, max)
        : ColorScale.minMax(ColorMaps.VIRIDIAN, min, max);
  }

  /** About zero in any case, for differences. */
  public static ColorScale signed(double largest, boolean dark) {
    return ColorScale.symmetric(dark ? ColorMaps.BLUE_BLACK_RED : ColorMaps.BLUE_WHITE_RED, largest);
  }
}
