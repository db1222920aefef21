/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {
  @Test
  void quantilesAreByNearestRank() {
    Times times = new Times(0, 0, new long[] {50, 10, 40, 20, 30});
    assertEquals(10, times.quantile(0));
    assertEquals(30, times.quantile(0.5));
    assertEquals(50, times.quantile(0.95));
    assertEquals(7, new Times(0, 0, new long[] {7}).quantile(0.5));
  }

  @Test
  void peakMemoryIsReadFromTheKernelsAccount() {
    assertEquals(123456L * 1024, PeakMemory.parse(List.of("Name:\tjava", "VmHWM:\t  123456 kB", "VmRSS:\t 9 kB")));
    assertEquals(-1, PeakMemory.parse(List.of("VmHWM: soon")));
  }
}
