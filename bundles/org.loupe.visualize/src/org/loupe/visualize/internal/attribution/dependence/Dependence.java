/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.dependence;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Notes;
import org.loupe.visualize.internal.attribution.Find;
import org.loupe.visualize.internal.attribution.Page;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.Shown;

/**
 * A feature's value across, its attribution up, a place for each row; coloured by the value of another feature, so that
 * what the first does not decide alone is seen. Rows without a value stand in a strip of their own.
 */
public final class Dependence implements Visualizer<AttributionTable, DependenceOptions> {
  @Override
  public Class<AttributionTable> resultType() {
    return AttributionTable.class;
  }

  @Override
  public Class<DependenceOptions> optionsType() {
    return DependenceOptions.class;
  }

  @Override
  public Scene prepare(AttributionTable result, ViewRequest<DependenceOptions> request) throws LoupeException {
    Find.some(result);
    Sheet sheet = Sheet.of(result);
    int named = Find.feature(result, request.options().feature());
    int feature = named >= 0 ? named : Shown.of(sheet.strengths(), 1, 2).own().getFirst();
    String colour = request.options().colour().strip();
    int other = switch (colour) {
      case "none" -> -1;
      case "auto", "" -> Interaction.strongest(result, feature);
      default -> Find.feature(result, colour);
    };
    List<String> notes = new ArrayList<>(sheet.notes());
    if (colour.equals("auto") || colour.isEmpty()) {
      notes.add((other < 0 ? "no other feature seems to interact" : "coloured by the feature that interacts most")
          + (result.interactions().isPresent() ? "" : ", as far as can be told without interaction values"));
    }
    String subtitle = sheet.column(feature).name() + "  \u00b7  " + Notes.count(sheet.rows(), "row");
    return Page.of(request, subtitle, notes, "Attribution of " + sheet.column(feature).name() + " by its value in "
        + Notes.count(sheet.rows(), "row") + ".", (scene, area) -> draw(sheet, feature, other, request.options(), scene,
            area));
  }

  private static double draw(Sheet sheet, int feature, int other, DependenceOptions options, SceneBuilder scene,
      Rect area) {
    PointColours colours = PointColours.of(sheet, other);
    double legend = colours.height(area.width(), scene.measure());
    scene.addAll(colours.legend(area, scene.measure()));
    Places places = Places.of(sheet, feature, area.inset(0, legend, 0, 0), scene.measure());
    scene.addAll(places.axes());
    Rect inner = places.inner();
    double zero = places.y(0);
    if (zero >= inner.y() && zero <= inner.bottom()) {
      scene.add(PathItem.stroked(PathData.line(inner.x(), zero, inner.right(), zero), Styles.FRAME));
    }
    Cloud cloud = new Cloud(sheet, feature, other, places, colours);
    scene.addAll(sheet.rows() <= options.points() ? cloud.points() : cloud.density());
    return area.bottom();
  }
}
