/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import org.loupe.ui.tables.rows.SortKey;

/**
 * A column of the grid.
 *
 * @param kind what it shows
 * @param number of the feature or, for attributions, of the feature of the result; else 0
 * @param heading as a person calls it
 * @param unit may be empty
 * @param group name of the feature that it is a part of; may be empty
 * @param tip what else there is to be said of it; may be empty
 * @param numbers whether it is aligned on the right
 */
record GridColumn(SortKey.Kind kind, int number, String heading, String unit, String group, String tip,
    boolean numbers) {
  /** A column that is no feature. */
  static GridColumn of(SortKey.Kind kind, int number, String heading, String tip) {
    return new GridColumn(kind, number, heading, "", "", tip, true);
  }

  /** Whether it shows a feature of a result, or a part of one. */
  boolean stands(String feature) {
    return kind == SortKey.Kind.FEATURE && (heading.equals(feature) || group.equals(feature));
  }

  /** Heading, unit and what else there is to be said of it. */
  String whole() {
    return heading + (unit.isEmpty() ? "" : " (" + unit + ")") + (tip.isEmpty() ? "" : "\n" + tip);
  }
}
