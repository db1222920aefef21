/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.curves;

import org.loupe.api.settings.Setting;

/** Options of {@link CurvesView}. */
public record CurvesOptions(
    @Setting(label = "Logarithm", defaultValue = "false",
        doc = "Whether values are shown by their logarithm; those that are not more than 0 are then left out.")
    boolean logarithm,
    @Setting(label = "Zero", defaultValue = "true",
        doc = "Whether an axis of values that is not logarithmic begins at 0, or at the least value.") boolean zero,
    @Setting(label = "Points", defaultValue = "auto",
        doc = "Whether each value is a dot; auto where there are few.") Points points) {

  /** Whether values are dots. */
  public enum Points {
    AUTO, SHOW, HIDE
  }
}
