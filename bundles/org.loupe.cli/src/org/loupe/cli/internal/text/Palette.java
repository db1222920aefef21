/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.text;

/**
 * Colours for results on a terminal; the words are there without them.
 *
 * @param on whether results go to a terminal that shows colours
 */
public record Palette(boolean on) {
  /** What a colour says. */
  public enum Tone {
    GOOD("32"), FAIR("33"), BAD("31"), FAINT("2");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  /** The text in a colour; as it is where there are none. */
  public String paint(String text, Tone tone) {
    return on ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
  }
}
