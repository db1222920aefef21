/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;

/** What is to be said of the rows that are shown. */
final class RowsText {
  private RowsText() {
  }

  /** @param reading whether more rows may come @param note what is to be known of what was explained; may be empty */
  static String of(GridRows rows, boolean reading, String note) {
    int all = rows.table().rows();
    List<String> out = new ArrayList<>();
    if (rows.rows() == all) {
      out.add(all == 1 ? Messages.RowsText_one : NLS.bind(Messages.RowsText_all, all));
    } else {
      out.add(NLS.bind(Messages.RowsText_some, rows.rows(), all));
    }
    if (!rows.table().complete()) {
      out.add(reading ? Messages.RowsText_more : NLS.bind(Messages.RowsText_cut, all));
    }
    if (!note.isEmpty()) {
      out.add(note);
    }
    out.addAll(rows.table().notes());
    return String.join(" ", out);
  }
}
