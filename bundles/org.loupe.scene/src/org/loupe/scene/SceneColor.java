/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

/** A colour of a scene: a literal one, or what a theme has for a role. */
public sealed interface SceneColor {

  /** A literal colour, {@code 0xAARRGGBB}, not premultiplied. */
  record Argb(int value) implements SceneColor {
  }

  /** The theme's colour, its alpha multiplied by an opacity from 0 to 1. */
  record Role(ThemeRole role, double opacity) implements SceneColor {
    public Role {
      if (!(opacity >= 0 && opacity <= 1)) {
        throw new IllegalArgumentException("the opacity " + opacity + " is outside 0 to 1");
      }
    }
  }

  static SceneColor argb(int value) {
    return new Argb(value);
  }

  static SceneColor of(ThemeRole role) {
    return new Role(role, 1);
  }

  static SceneColor of(ThemeRole role, double opacity) {
    return new Role(role, opacity);
  }

  /** {@code 0xAARRGGBB} under a theme. */
  default int resolve(Theme theme) {
    return switch (this) {
      case Argb a -> a.value;
      case Role r -> {
        int argb = theme.argb(r.role);
        yield argb & 0xffffff | (int) Math.round((argb >>> 24) * r.opacity) << 24;
      }
    };
  }
}
