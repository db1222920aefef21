/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.curves;

import java.util.List;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;

/** Colours and lines that tell series apart, on light and dark grounds; the ninth has the first's colour, dashed. */
public final class SeriesLook {
  /** Middle lightness, hues apart, also for those who see red and green alike. */
  private static final int[] COLORS = {0xff2f7ed8, 0xffe07b00, 0xff1a9e77, 0xffc8479b, 0xff9a7d0a, 0xff7a68d6,
      0xffd64545, 0xff5a8f9e};
  private static final List<List<Double>> DASHES = List.of(List.of(), List.of(7.0, 4.0), List.of(2.0, 3.0));

  private SeriesLook() {
  }

  public static SceneColor color(int series) {
    return SceneColor.argb(COLORS[series % COLORS.length]);
  }

  static Stroke line(int series) {
    return new Stroke(color(series), 2, DASHES.get(series / COLORS.length % DASHES.size()));
  }
}
