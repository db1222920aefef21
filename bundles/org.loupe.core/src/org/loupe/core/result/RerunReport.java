/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.util.List;

/**
 * What came out when a result was done again.
 *
 * @param bitEqual whether every bit of the values is the same
 * @param maxDifference largest absolute difference of two values; NaN if the results cannot be compared
 * @param differences what is not as it was, as engine version or device, a line each
 * @param again the new record
 */
public record RerunReport(boolean bitEqual, double maxDifference, List<String> differences, RunRecord again) {
  public RerunReport {
    differences = List.copyOf(differences);
  }
}
