/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.Arrays;

/**
 * What a benchmark measured, in nanoseconds.
 *
 * @param load opening the model
 * @param first the first call, which may compile or tune
 * @param warm calls after that, at least one; in any order
 */
record Times(long load, long first, long[] warm) {
  Times {
    warm = warm.clone();
    Arrays.sort(warm);
  }

  /** The least warm time that at least the share {@code q} of all are not above (nearest rank); the minimum for 0. */
  long quantile(double q) {
    int rank = (int) Math.ceil(q * warm.length);
    return warm[Math.max(1, rank) - 1];
  }
}
