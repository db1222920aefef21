/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.table;

import java.util.List;
import org.loupe.api.result.CustomResult;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;
import org.loupe.visualize.internal.Notes;

/** Draws the rows and the text that a result of an unknown kind gives of itself. */
public final class TableView implements Visualizer<CustomResult, TableOptions> {
  private static final double LEAST_WIDTH = 240;
  private static final double LEAST_HEIGHT = 160;

  @Override
  public Class<CustomResult> resultType() {
    return CustomResult.class;
  }

  @Override
  public Class<TableOptions> optionsType() {
    return TableOptions.class;
  }

  @Override
  public Scene prepare(CustomResult result, ViewRequest<TableOptions> request) {
    SceneBuilder scene = new SceneBuilder(Math.max(LEAST_WIDTH, request.width()),
        Math.max(LEAST_HEIGHT, request.height()));
    scene.header(request.title(), Notes.figures(result.figures()));
    scene.description(result.text());
    TextMeasure measure = scene.measure();
    Rect text = scene.free();
    double y = text.y();
    for (String line : Paragraph.lines(result.text(), text.width(), Styles.BODY, measure)) {
      scene.label(TextItem.of(line, text.x(), y, Styles.BODY).align(Anchor.START, Baseline.TOP).limit(text.width()));
      y += measure.height(Styles.BODY) + 2;
    }
    double row = measure.height(Styles.BODY) + Styles.GAP;
    double top = y + (y > text.y() ? Styles.MARGIN : 0);
    int fit = Math.max(1, (int) ((text.bottom() - top - row) / row));
    int shown = Math.min(request.options().rows(), result.rows().size() <= fit ? fit : Math.max(1, fit - 1));
    List<List<String>> rows = result.rows().subList(0, Math.min(shown, result.rows().size()));
    if (!result.columns().isEmpty()) {
      TableSheet.draw(scene, result.columns(), rows, new Rect(text.x(), top, text.width(), row));
      if (rows.size() < result.rows().size()) {
        scene.add(TextItem.of("and " + (result.rows().size() - rows.size()) + " more rows", text.x(),
            top + row * (rows.size() + 1), Styles.SMALL).color(Styles.MUTED).align(Anchor.START, Baseline.TOP));
      }
    }
    return scene.build();
  }
}
