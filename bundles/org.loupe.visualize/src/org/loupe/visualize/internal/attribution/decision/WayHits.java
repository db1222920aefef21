/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.decision;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.HitGrid;
import org.loupe.scene.PathData;
import org.loupe.scene.Rect;
import org.loupe.scene.Selection;
import org.loupe.visualize.internal.attribution.FeatureLines;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;

/** Finds the line nearest to a place among the ways of rows. */
record WayHits(Sheet sheet, List<Way> ways, FeatureLines lines, Shown shown) {
  private static final double PIXEL = 3;
  private static final int PARTS = 8;

  HitGrid grid() {
    Rect inner = lines.inner();
    int columns = (int) Math.max(1, inner.width() / PIXEL);
    return new HitGrid(inner, shown.lines() * PARTS, columns, new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        Way way = nearest(row, (column + 0.5) / columns);
        String score = "\nscore " + Numbers.format(way.score(), 6);
        int line = row / PARTS;
        return (line < shown.own().size() ? sheet.tooltip(way.row(), shown.own().get(line))
            : "row " + sheet.name(way.row())) + score;
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        return Optional.of(sheet.rowSelection(nearest(row, (column + 0.5) / columns).row()));
      }

      @Override
      public List<PathData> outlines(Selection thing) {
        OptionalInt row = ways.size() > 1 ? sheet.row(thing) : OptionalInt.empty();
        return row.isEmpty() ? List.of() : List.of(Way.of(sheet, row.getAsInt(), shown).path(lines));
      }
    });
  }

  private Way nearest(int row, double share) {
    int line = row / PARTS;
    double down = (row % PARTS + 0.5) / PARTS;
    double x = lines.inner().x() + share * lines.inner().width();
    Way best = ways.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (Way way : ways) {
      double at = lines.x(way.places()[line]) * (1 - down) + lines.x(way.places()[line + 1]) * down;
      if (Math.abs(at - x) < least) {
        least = Math.abs(at - x);
        best = way;
      }
    }
    return best;
  }
}
