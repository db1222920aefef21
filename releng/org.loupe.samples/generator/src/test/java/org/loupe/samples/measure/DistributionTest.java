/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DistributionTest {
  @Test
  void orderStatistics() {
    Distribution distribution = new Distribution(new double[] {0.5, 0.1, 0.9, 0.3, 0.7});
    assertEquals(0.1, distribution.at(0));
    assertEquals(0.5, distribution.at(0.5));
    assertEquals(0.9, distribution.at(1));
    assertEquals(0.6, distribution.atLeast(0.5));
    assertEquals("0.100 | 0.100 | 0.500 | 0.900", distribution.cells());
  }
}
