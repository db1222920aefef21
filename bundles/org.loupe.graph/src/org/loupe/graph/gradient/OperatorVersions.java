/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.Map;

/** The operator set in which standard operators that are emitted came, where it is newer than any model's. */
final class OperatorVersions {
  private static final Map<String, Long> SINCE = Map.ofEntries(
      Map.entry("Expand", 8L), Map.entry("ConstantOfShape", 9L), Map.entry("Where", 9L), Map.entry("Sign", 9L),
      Map.entry("Erf", 9L), Map.entry("NonZero", 9L), Map.entry("OneHot", 9L), Map.entry("EyeLike", 9L),
      Map.entry("Sinh", 9L), Map.entry("Cosh", 9L), Map.entry("Mod", 10L), Map.entry("Resize", 10L),
      Map.entry("Range", 11L), Map.entry("CumSum", 11L), Map.entry("ScatterElements", 11L),
      Map.entry("ScatterND", 11L), Map.entry("GatherND", 11L), Map.entry("GatherElements", 11L),
      Map.entry("Einsum", 12L), Map.entry("Trilu", 14L), Map.entry("Shrink", 9L), Map.entry("MaxUnpool", 9L));

  private OperatorVersions() {
  }

  static long since(String operator) {
    return SINCE.getOrDefault(operator, 1L);
  }
}
