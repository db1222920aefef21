/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void bytesHaveBinaryPrefixes() {
    assertEquals("0 B", Quantity.BYTES.format(0));
    assertEquals("1023 B", Quantity.BYTES.format(1023));
    assertEquals("1 KiB", Quantity.BYTES.format(1024));
    assertEquals("1.5 KiB", Quantity.BYTES.format(1536));
    assertEquals("1 MiB", Quantity.BYTES.format((1 << 20) - 1), "not 1024 KiB");
    assertEquals("97.5 MiB", Quantity.BYTES.format(97.5 * (1 << 20)));
    assertEquals("16 GiB", Quantity.BYTES.format(16L << 30));
  }

  @Test
  void countsHaveDecimalPrefixes() {
    assertEquals("999", Quantity.COUNT.format(999));
    assertEquals("1 k", Quantity.COUNT.format(1000));
    assertEquals("4.09 G", Quantity.COUNT.format(4_089_184_256d));
    assertEquals("1 M", Quantity.COUNT.format(999_999));
    assertEquals("123 M", Quantity.COUNT.format(123_456_789));
  }

  @Test
  void timesAndShares() {
    assertEquals("830 \u00b5s", Quantity.MICROS.format(830));
    assertEquals("1 ms", Quantity.MICROS.format(999.9));
    assertEquals("12.5 ms", Quantity.MICROS.format(12_500));
    assertEquals("1.5 s", Quantity.MICROS.format(1_500_000));
    assertEquals("33.3 %", Quantity.SHARE.format(1 / 3.0));
  }
}
