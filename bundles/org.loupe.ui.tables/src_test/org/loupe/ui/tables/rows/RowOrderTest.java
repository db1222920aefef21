/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** The choice of rows and of the side from which they are sorted. */
class RowOrderTest {
  @Test
  void rowsAreSpreadEvenly() {
    int[] rows = {7, 3, 9, 1, 5, 2};
    assertArrayEquals(new int[] {7, 9, 5}, RowOrder.spread(rows, 3));
    assertArrayEquals(new int[] {7, 3, 1, 5}, RowOrder.spread(rows, 4));
    assertSame(rows, RowOrder.spread(rows, 6));
  }

  @Test
  void clickingTurnsTheOrderRound() {
    SortKey first = SortKey.FILE.clicked(SortKey.Kind.FEATURE, 2);
    assertEquals(new SortKey(SortKey.Kind.FEATURE, 2, false), first);
    assertEquals(new SortKey(SortKey.Kind.FEATURE, 2, true), first.clicked(SortKey.Kind.FEATURE, 2));
    assertEquals(new SortKey(SortKey.Kind.FEATURE, 1, false), first.clicked(SortKey.Kind.FEATURE, 1));
    assertEquals(new SortKey(SortKey.Kind.ATTRIBUTION, 1, true), first.clicked(SortKey.Kind.ATTRIBUTION, 1));
  }
}
