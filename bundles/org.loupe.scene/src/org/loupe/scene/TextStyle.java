/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

/**
 * The look of text: the platform's plain sans-serif or fixed-width face.
 *
 * @param size height of the font in pixels, more than 0
 * @param bold heavy weight
 * @param fixedWidth all characters of one width
 */
public record TextStyle(double size, boolean bold, boolean fixedWidth) {
  public TextStyle {
    if (!(size > 0 && size <= 1000)) {
      throw new IllegalArgumentException("no text of size " + size);
    }
  }

  public static TextStyle plain(double size) {
    return new TextStyle(size, false, false);
  }

  public static TextStyle bold(double size) {
    return new TextStyle(size, true, false);
  }
}
