/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.loupe.scene.Selection;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.tables.rows.Explained;
import org.loupe.ui.tables.rows.LoadedTable;

/**
 * The row that the window looks at: its line is selected in the grid, a line that is selected becomes it, and so does a
 * row that is clicked in a picture. Pictures are told of it, since they know rows by their names only.
 */
final class LookedAt {
  private final InspectionContext context;
  private final Supplier<Inspection> shown;
  private final RowsGrid grid;
  private boolean telling;

  /** @param shown what the view shows */
  LookedAt(InspectionContext context, Supplier<Inspection> shown, RowsGrid grid) {
    this.context = context;
    this.shown = shown;
    this.grid = grid;
  }

  /** Selects the line of the row that the window looks at. */
  void mark() {
    if (grid.rows() == null) {
      return;
    }
    Optional<Integer> row = current(grid.rows().table());
    grid.select(row.map(r -> grid.rows().line(r)).orElse(-1));
    row.ifPresent(r -> tell(Selection.of(Selection.ROW, grid.rows().table().name(r))));
  }

  private void tell(Selection row) {
    if (!telling) {
      telling = true;
      try {
        context.pick(row);
      } finally {
        telling = false;
      }
    }
  }

  private Optional<Integer> current(LoadedTable table) {
    String row = shown.get().input().map(InspectedInput::row).orElse("");
    if (row.isEmpty()) {
      return Optional.of(0);
    }
    if (row.startsWith("id=")) {
      return table.find(row.substring("id=".length()));
    }
    int number = row.matches("\\d{1,9}") ? Integer.parseInt(row) - 1 : -1;
    return number >= 0 && number < table.rows() ? Optional.of(number) : Optional.empty();
  }

  /** The window looks at the row of a line. */
  void look(int line) {
    lookAt(grid.rows().order()[line]);
  }

  private void lookAt(int row) {
    Inspection now = shown.get();
    context.update(i -> i.model().equals(now.model()) && i.input().isPresent()
        && i.input().get().sameFiles(now.input().orElseThrow()) ? i.withRow(String.valueOf(row + 1)) : i);
  }

  /** Follows a click in a picture. @return the feature that it is about, by its name */
  Optional<String> picked(Selection selection, Optional<Explained> explained) {
    if (grid.rows() == null || telling) {
      return Optional.empty();
    }
    return switch (selection.kind()) {
      case Selection.FEATURE -> Optional.of(selection.id());
      case Selection.ROW -> {
        row(selection, explained).ifPresent(this::lookAt);
        List<Double> at = selection.coordinates();
        yield explained.filter(e -> at.size() > 1 && at.get(1) < e.features().size())
            .map(e -> e.features().get(at.get(1).intValue()));
      }
      default -> Optional.empty();
    };
  }

  /** Rows may have equal names; the place in what was explained last tells them apart. */
  private Optional<Integer> row(Selection selection, Optional<Explained> explained) {
    OptionalInt exact = selection.coordinates().isEmpty() ? OptionalInt.empty()
        : explained.map(e -> e.row(selection.coordinates().get(0).intValue(), selection.id()))
            .orElse(OptionalInt.empty());
    return exact.isPresent() ? Optional.of(exact.getAsInt()) : grid.rows().table().find(selection.id());
  }
}
