/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Widget;
import org.loupe.api.LoupeException;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.tables.rows.Explained;
import org.loupe.ui.tables.rows.LoadedTable;
import org.loupe.ui.tables.rows.RowOrder;
import org.loupe.ui.tables.rows.SortKey;

/** Which rows of a table are shown, and in which order; found anew, in a job, whenever something of it changes. */
final class Arrangement {
  private static final int PAUSE = 200;

  private final Recomputation ordering;
  private final Consumer<GridRows> whenArranged;
  private final Consumer<String> whenFailed;
  private LoadedTable table;
  private Optional<Explained> explained = Optional.empty();
  private int attributed;
  private SortKey key = SortKey.FILE;
  private String filter = "";

  Arrangement(Widget owner, Consumer<GridRows> whenArranged, Consumer<String> whenFailed) {
    ordering = new Recomputation(owner);
    this.whenArranged = whenArranged;
    this.whenFailed = whenFailed;
  }

  /** Forgets the table and what was explained. */
  void clear() {
    ordering.cancel();
    table = null;
    explained = Optional.empty();
    attributed = 0;
    key = SortKey.FILE;
  }

  /** Takes a table, or more rows of it. The first rows are shown at once. */
  void show(LoadedTable rows) {
    boolean first = table == null;
    table = rows;
    if (first) {
      tell(IntStream.range(0, table.rows()).toArray());
    }
    arrange(0);
  }

  /** The rows; null if there are none yet. */
  LoadedTable table() {
    return table;
  }

  Optional<Explained> explained() {
    return explained;
  }

  int attributed() {
    return attributed;
  }

  boolean running() {
    return ordering.running();
  }

  /** Shows what was explained. */
  void explained(Explained found) {
    explained = Optional.of(found);
    attribute(found.strongest());
  }

  /** Shows the attributions of a feature. */
  void attribute(int feature) {
    attributed = feature;
    if (key.kind() == SortKey.Kind.ATTRIBUTION) {
      key = new SortKey(SortKey.Kind.ATTRIBUTION, feature, key.descending());
    }
    arrange(0);
  }

  /** Sorts by a column, or the other way round if it is sorted by it. */
  void sort(SortKey.Kind kind, int column) {
    key = key.clicked(kind, column);
    arrange(0);
  }

  /** Shows the rows that a filter takes, once the user has stopped typing. */
  void filter(String text) {
    filter = text;
    arrange(PAUSE);
  }

  private void arrange(int pause) {
    if (table == null) {
      return;
    }
    LoadedTable rows = table;
    SortKey by = key;
    String wanted = filter;
    Optional<Explained> values = explained;
    ordering.start(Messages.RowsView_ordering, pause, p -> RowOrder.of(rows, wanted, by, values, p),
        new Outcome<int[]>() {
          @Override
          public void done(int[] order) {
            tell(order);
          }

          @Override
          public void failed(LoupeException reason) {
            whenFailed.accept(reason.getMessage());
          }
        });
  }

  private void tell(int... order) {
    whenArranged.accept(new GridRows(table, order, explained, attributed, key));
  }
}
