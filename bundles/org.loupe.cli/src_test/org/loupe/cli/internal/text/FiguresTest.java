/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void bytesAreBinary() {
    assertEquals("1023 B", Figures.bytes(1023));
    assertEquals("1.0 KiB", Figures.bytes(1024));
    assertEquals("1.8 MiB", Figures.bytes(1_919_939));
  }

  @Test
  void durationsUseTheUnitThatFits() {
    assertEquals("1.25 ms", Figures.duration(1_250_000));
    assertEquals("850 ms", Figures.duration(850_000_000));
    assertEquals("12.3 s", Figures.duration(12_300_000_000L));
    assertEquals("2 min 05 s", Figures.duration(125_000_000_000L));
    assertEquals("1 h 02 min", Figures.duration(3_725_000_000_000L));
  }

  @Test
  void countsAndPlurals() {
    assertEquals("470,072", Figures.count(470_072));
    assertEquals("1 file", Figures.plural(1, "file"));
    assertEquals("1,200 files", Figures.plural(1200, "file"));
  }
}
