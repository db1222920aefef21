/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.util.Arrays;

/** The version of XGBoost that wrote a file, as its parts; those that the file does not tell count as the latest. */
record Version(int... parts) {
  boolean isBefore(int... other) {
    for (int i = 0; i < other.length; i++) {
      int part = i < parts.length ? parts[i] : Integer.MAX_VALUE;
      if (part != other[i]) {
        return part < other[i];
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return String.join(".", Arrays.stream(parts).mapToObj(Integer::toString).toList());
  }
}
