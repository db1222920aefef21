/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.force;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.attribution.Find;
import org.loupe.visualize.internal.attribution.Marks;
import org.loupe.visualize.internal.attribution.NumberAxis;
import org.loupe.visualize.internal.attribution.Page;
import org.loupe.visualize.internal.attribution.Sheet;

/**
 * What pushes the score of one row up, from the left, and down, from the right: both meet at the score, the strongest
 * nearest to it, and differ in length by the distance of score and base value.
 */
public final class Force implements Visualizer<AttributionTable, ForceOptions> {
  private static final double BAR = 30;

  @Override
  public Class<AttributionTable> resultType() {
    return AttributionTable.class;
  }

  @Override
  public Class<ForceOptions> optionsType() {
    return ForceOptions.class;
  }

  @Override
  public Scene prepare(AttributionTable result, ViewRequest<ForceOptions> request) throws LoupeException {
    Find.some(result);
    Sheet sheet = Sheet.one(result, Find.row(result, request.options().row()));
    List<Piece> pieces = Piece.of(sheet, request.options());
    return Page.of(request, "row " + sheet.name(0) + "  \u00b7  " + result.score(), sheet.notes(),
        describe(sheet, pieces), (scene, area) -> draw(sheet, pieces, scene, area));
  }

  private static double draw(Sheet sheet, List<Piece> pieces, SceneBuilder scene, Rect area) {
    double legend = Page.SIGNS.height(area.width(), scene.measure()) + Styles.GAP;
    double strip = Marks.height(scene.measure());
    double score = sheet.score(0);
    double base = sheet.base(0);
    double least = Math.min(Math.min(score, base), pieces.stream().mapToDouble(Piece::low).min().orElse(score));
    double most = Math.max(Math.max(score, base), pieces.stream().mapToDouble(Piece::high).max().orElse(score));
    double[] span = NumberAxis.span(least, most);
    double beyond = NumberAxis.beyond(span[0], span[1], scene.measure());
    double numbers = NumberAxis.heightAbove(scene.measure());
    Rect bar = new Rect(area.x() + beyond, area.y() + legend + strip + numbers,
        Math.max(1, area.width() - 2 * beyond), BAR);
    NumberAxis axis = new NumberAxis(bar, span[0], span[1], scene.measure());
    scene.add(Page.SIGNS.draw(area, scene.measure()));
    scene.addAll(axis.above(axis.x(base), axis.x(score)));
    Rect marks = new Rect(area.x(), area.y() + legend, area.width(), strip);
    for (Piece piece : pieces) {
      scene.addAll(piece.items(axis, bar, sheet));
    }
    scene.addAll(Marks.of(base, score, axis.x(base), axis.x(score), marks, bar.bottom(), scene.measure()));
    double top = bar.bottom();
    PieceLabels labels = new PieceLabels(new Rect(area.x(), top, area.width(), Math.max(0, area.bottom() - top)),
        scene.measure());
    List<Piece> strongest = pieces.stream()
        .sorted(java.util.Comparator.comparingDouble((Piece p) -> -Math.abs(p.value()))).toList();
    for (Piece piece : strongest) {
      labels.add(piece, (axis.x(piece.low()) + axis.x(piece.high())) / 2);
    }
    scene.addAll(labels.items());
    return labels.bottom();
  }

  private static String describe(Sheet sheet, List<Piece> pieces) {
    return "Row " + sheet.name(0) + ": score " + Numbers.format(sheet.score(0)) + ", base value "
        + Numbers.format(sheet.base(0)) + ". " + String.join("; ", pieces.stream().map(Piece::text).toList()) + ".";
  }
}
