/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.EnumMap;
import java.util.Map;

/**
 * Colours for every role.
 *
 * @param id name in settings
 * @param dark whether the background is darker than the foreground
 * @param colors {@code 0xAARRGGBB} for every role
 */
public record Theme(String id, boolean dark, Map<ThemeRole, Integer> colors) {
  public static final Theme LIGHT = of("light", false, 0xffffffff, 0xfff4f5f7, 0xff1c2024, 0xff5a6370, 0xffd5d9df,
      0xff00796b, 0xffb3261e, 0xff1f5fbf, 0xff9a5b00);
  public static final Theme DARK = of("dark", true, 0xff1e1f22, 0xff2a2c30, 0xffe8eaed, 0xffa9b0ba, 0xff454a52,
      0xff4fd1b8, 0xffff8a73, 0xff74b4ff, 0xfff0b429);

  /** @throws IllegalArgumentException if a role has no colour */
  public Theme {
    colors = Map.copyOf(colors);
    if (colors.size() != ThemeRole.values().length) {
      throw new IllegalArgumentException("the theme " + id + " lacks colours for some roles");
    }
  }

  private static Theme of(String id, boolean dark, int... argb) {
    Map<ThemeRole, Integer> colors = new EnumMap<>(ThemeRole.class);
    for (ThemeRole role : ThemeRole.values()) {
      colors.put(role, argb[role.ordinal()]);
    }
    return new Theme(id, dark, colors);
  }

  public int argb(ThemeRole role) {
    return colors.get(role);
  }
}
