/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;

class OptionValuesTest {
  @Test
  void memoryHasUnits() throws LoupeException {
    assertEquals(2L << 30, of("2G").memory("x", 0));
    assertEquals(512L << 20, of("512m").memory("x", 0));
    assertEquals(512L << 20, of("512 MiB").memory("x", 0));
    assertEquals(1024, of("1KB").memory("x", 0));
    assertEquals(7, of("7").memory("x", 0));
    assertEquals(3, new OptionValues(new Arguments(List.of(), Map.of())).memory("x", 3));
    for (String wrong : List.of("0", "-1G", "2X", "", "1.5G", "99999999T", "9999999999999G")) {
      assertUsage(() -> of(wrong).memory("x", 0), wrong);
    }
  }

  @Test
  void wholeNumbersKeepTheirRange() throws LoupeException {
    assertEquals(5, of("5").whole("x", 1, 1, 10));
    assertEquals(Long.MIN_VALUE, of("-9223372036854775808").whole("x", 0L, Long.MIN_VALUE, Long.MAX_VALUE));
    for (String wrong : List.of("0", "11", "1.5", "five", "99999999999999999999")) {
      assertUsage(() -> of(wrong).whole("x", 1, 1, 10), wrong);
    }
  }

  @Test
  void pairsKeepOrderAndEqualsSigns() throws LoupeException {
    assertEquals("{b=1, a=x=y, c=}", of("b=1", "a=x=y", "c=").pairs("x").toString());
    assertUsage(() -> of("novalue").pairs("x"), "novalue");
    assertUsage(() -> of("=v").pairs("x"), "=v");
    assertUsage(() -> of("a=1", "a=2").pairs("x"), "a twice");
  }

  @Test
  void sizesAreBounded() throws LoupeException {
    assertArrayEquals(new int[] {800, 600}, of("800x600").size("x", 1, 1));
    for (String wrong : List.of("800", "63x600", "800x16385", "99999999x1", "x")) {
      assertUsage(() -> of(wrong).size("x", 1, 1), wrong);
    }
  }

  private static OptionValues of(String... values) {
    return new OptionValues(new Arguments(List.of(), Map.of("x", List.of(values))));
  }

  private static void assertUsage(Executable action, String quoted) {
    LoupeException e = assertThrows(LoupeException.class, action);
    assertEquals(LoupeException.Kind.USAGE, e.kind());
    assertTrue(e.getMessage().contains(quoted) && e.getMessage().contains("--x"), e.getMessage());
  }
}
