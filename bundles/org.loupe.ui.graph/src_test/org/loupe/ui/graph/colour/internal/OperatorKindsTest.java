/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.loupe.ui.graph.colour.internal.OperatorKinds.Family;

class OperatorKindsTest {
  @Test
  void families() {
    assertEquals(Family.WEIGHTED, OperatorKinds.family("Conv"));
    assertEquals(Family.WEIGHTED, OperatorKinds.family("com.microsoft.FusedConv"));
    assertEquals(Family.NORMALIZATION, OperatorKinds.family("SkipLayerNormalization"));
    assertEquals(Family.POOLING, OperatorKinds.family("ReduceMean"));
    assertEquals(Family.OTHER, OperatorKinds.family("vendor.Whatever"));
  }
}
