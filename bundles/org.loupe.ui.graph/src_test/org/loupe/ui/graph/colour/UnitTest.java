/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UnitTest {
  @Test
  void prefixes() {
    assertEquals("830 \u00b5s", Unit.MICROS.format(830));
    assertEquals("12.5 ms", Unit.MICROS.format(12_500));
    assertEquals("1.5 KiB", Unit.BYTES.format(1536));
    assertEquals("0 B", Unit.BYTES.format(0));
    assertEquals("4.09 G", Unit.COUNT.format(4.09e9));
    assertEquals("1 ms", Unit.MICROS.format(999.7));
    assertEquals("12.5 %", Unit.SHARE.format(0.125));
  }
}
