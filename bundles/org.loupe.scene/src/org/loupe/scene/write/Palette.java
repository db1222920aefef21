/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Theme;
import org.loupe.scene.ThemeRole;

/**
 * Writes colours into SVG: those of one theme, or classes that follow the reader's light or dark setting, with the
 * light colour beside them for viewers that know no style sheets.
 */
record Palette(Optional<Theme> theme) {
  /** The style sheet that classes need. */
  static String styleSheet() {
    return rules(Theme.LIGHT) + "@media (prefers-color-scheme:dark){" + rules(Theme.DARK) + "}";
  }

  private static String rules(Theme theme) {
    StringBuilder b = new StringBuilder();
    for (ThemeRole role : ThemeRole.values()) {
      String color = hex(theme.argb(role));
      b.append(".loupe-fill-").append(name(role)).append("{fill:").append(color).append("}.loupe-stroke-")
          .append(name(role)).append("{stroke:").append(color).append('}');
    }
    return b.toString();
  }

  /** Writes attributes for {@code property}: fill or stroke. */
  void write(Markup out, String property, SceneColor color) throws IOException {
    int argb = color.resolve(theme.orElse(Theme.LIGHT));
    if (theme.isEmpty() && color instanceof SceneColor.Role role) {
      out.attribute("class", "loupe-" + property + "-" + name(role.role()));
    }
    out.attribute(property, hex(argb));
    if (argb >>> 24 != 0xff) {
      out.attribute(property + "-opacity", (argb >>> 24) / 255.0);
    }
  }

  static String hex(int argb) {
    return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
  }

  private static String name(ThemeRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
