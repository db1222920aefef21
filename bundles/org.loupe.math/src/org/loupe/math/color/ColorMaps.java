/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.color;

import java.util.List;
import java.util.Optional;

/**
 * The colour maps by name. All can be read with any common colour blindness and, the sequential ones, in grey print:
 * lightness rises steadily from end to end. Control points were chosen in Oklab for even steps and are Loupe's own.
 */
public final class ColorMaps {
  /** Violet, blue, green, yellow: the general map for numbers of one sign. */
  public static final ColorMap VIRIDIAN = ColorMap.sequential("viridian", "Viridian (violet to yellow)", 0xff9e9e9e,
      0x330354, 0x392D7D, 0x1D5B92, 0x0A7F94, 0x10A692, 0x3EC87D, 0xA0DE53, 0xF1ED41);

  /** Blue, grey, yellow: made for red-green blindness. */
  public static final ColorMap CIVIC = ColorMap.sequential("civic", "Civic (blue to yellow)", 0xffc24b7a,
      0x081C44, 0x23375C, 0x4A5269, 0x706D76, 0x8F8975, 0xB7A86D, 0xDDC867, 0xFEE657);

  /** Black, violet, red, orange, light yellow: heat, strong over pictures. */
  public static final ColorMap EMBER = ColorMap.sequential("ember", "Ember (black to light yellow)", 0xff3e8f8f,
      0x020107, 0x1B0142, 0x470672, 0x900B69, 0xC72C4C, 0xE9622E, 0xF99C2B, 0xFED252, 0xFDF9BA);

  /** Black, violet, pink, cream: heat, softer. */
  public static final ColorMap PLUM = ColorMap.sequential("plum", "Plum (black to cream)", 0xff3e8f8f,
      0x03020C, 0x20054F, 0x580D7D, 0x9C228A, 0xDB3D7E, 0xF97770, 0xFEB48A, 0xFFEDBF);

  /** Black to white. */
  public static final ColorMap GREY = ColorMap.grey("grey", "Grey", 0xffc24b7a);

  /** Blue, near-white zero, red: signed numbers on light ground. */
  public static final ColorMap BLUE_WHITE_RED = ColorMap.diverging("blue-white-red", "Blue, white zero, red",
      0xff7c7c50, 0x0C2D6F, 0x0D52A6, 0x3285C9, 0x77B6E1, 0xBCDDF2, 0xF3F3F3, 0xF7CEB8, 0xEB9573, 0xD24F39, 0x9B1F1D,
      0x610E11);

  /** Light blue, near-black zero, light orange: signed numbers on dark ground. */
  public static final ColorMap BLUE_BLACK_RED = ColorMap.diverging("blue-black-red", "Blue, black zero, red",
      0xff8a8a5c, 0xB4E7FC, 0x5DC0F6, 0x1C90DD, 0x195DAA, 0x1A3363, 0x161616, 0x621513, 0xA7281E, 0xE4512C, 0xF39D5E,
      0xFAD8AB);

  private static final List<ColorMap> ALL =
      List.of(VIRIDIAN, CIVIC, EMBER, PLUM, GREY, BLUE_WHITE_RED, BLUE_BLACK_RED);
  private static final String REVERSED = "-reversed";

  private ColorMaps() {
  }

  /** Every map, sequential ones first. */
  public static List<ColorMap> all() {
    return ALL;
  }

  /** The map with this id; {@code -reversed} after it turns it round. */
  public static Optional<ColorMap> find(String id) {
    if (id.endsWith(REVERSED)) {
      return find(id.substring(0, id.length() - REVERSED.length())).map(ColorMap::reversed);
    }
    return ALL.stream().filter(m -> m.id().equals(id)).findFirst();
  }
}
