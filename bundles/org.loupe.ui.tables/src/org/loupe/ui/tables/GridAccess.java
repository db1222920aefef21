/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** Tells screen readers that the grid is a table, and what its selected row holds. */
final class GridAccess {
  private static final int MOST_COLUMNS = 40;

  private GridAccess() {
  }

  static void install(RowsGrid grid) {
    grid.getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = Messages.RowsGrid_name;
      }

      @Override
      public void getDescription(AccessibleEvent e) {
        if (grid.rows() != null && grid.selected() >= 0 && grid.selected() < grid.rows().rows()) {
          e.result = describe(grid.rows(), grid.selected());
        }
      }
    });
    grid.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
      @Override
      public void getRole(AccessibleControlEvent e) {
        e.detail = ACC.ROLE_TABLE;
      }
    });
  }

  private static String describe(GridRows rows, int line) {
    StringBuilder text = new StringBuilder();
    rows.columns().stream().limit(MOST_COLUMNS).forEach(c -> text.append(c.heading()).append(' ')
        .append(rows.text(line, c)).append(' ').append(c.unit()).append("; "));
    return text.toString();
  }
}
