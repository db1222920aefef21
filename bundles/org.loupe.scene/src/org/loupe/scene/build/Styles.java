/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.build;

import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextStyle;
import org.loupe.scene.ThemeRole;

/** The sizes and lines that all pictures share. */
public final class Styles {
  public static final TextStyle TITLE = TextStyle.bold(16);
  public static final TextStyle BODY = TextStyle.plain(13);
  public static final TextStyle SMALL = TextStyle.plain(11);

  public static final SceneColor FOREGROUND = SceneColor.of(ThemeRole.FOREGROUND);
  public static final SceneColor MUTED = SceneColor.of(ThemeRole.MUTED);
  public static final Stroke GRID_LINE = Stroke.solid(SceneColor.of(ThemeRole.GRID), 1);
  public static final Stroke FRAME = Stroke.solid(SceneColor.of(ThemeRole.MUTED), 1);

  /** Between things that belong together. */
  public static final double GAP = 6;
  /** Around a picture, and between things that are apart. */
  public static final double MARGIN = 16;

  private Styles() {
  }
}
