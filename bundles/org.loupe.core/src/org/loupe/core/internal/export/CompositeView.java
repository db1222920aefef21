/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Result;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.core.result.ExportOptions;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Group;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Scene;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;

/**
 * Draws the parts of a composite beside and below each other, each by its own default visualizer. A part takes the
 * height that it needs, so the scene may be higher than asked for.
 */
final class CompositeView implements Visualizer<Composite, CompositeOptions> {
  private static final double COMFORTABLE = 440;
  private static final double LEAST_WIDTH = 260;
  private static final double LEAST_HEIGHT = 200;
  private static final double SHAPE = 0.7;
  /** Who is named where a part of a contributed kind cannot say what it is: its bundle is not known here. */
  private static final String PART = "a part of the result";
  private final Views views;

  CompositeView(Views views) {
    this.views = views;
  }

  @Override
  public Class<Composite> resultType() {
    return Composite.class;
  }

  @Override
  public Class<CompositeOptions> optionsType() {
    return CompositeOptions.class;
  }

  @Override
  public Scene prepare(Composite result, ViewRequest<CompositeOptions> request) {
    int shown = Math.min(result.parts().size(), request.options().parts());
    double width = Math.max(LEAST_WIDTH, request.width());
    int columns = columns(shown, width, request.options().columns());
    double partWidth = (width - Styles.MARGIN * (columns - 1)) / columns;
    int lines = Math.ceilDiv(shown, columns);
    double wished = (request.height() - header(result, request, width) - Styles.MARGIN * (lines - 1)) / lines;
    double partHeight = Math.max(Math.max(LEAST_HEIGHT, wished), Math.min(partWidth * SHAPE, 2 * LEAST_HEIGHT));
    List<Scene> scenes = new ArrayList<>();
    for (Map.Entry<String, Result> part : result.parts().entrySet()) {
      if (scenes.size() < shown) {
        scenes.add(scene(part.getKey(), part.getValue(), (int) partWidth, (int) Math.min(partHeight, 16_384)));
      }
    }
    return placed(scenes, columns, result, request, width);
  }

  private static int columns(int parts, double width, int asked) {
    if (asked > 0) {
      return Math.clamp(asked, 1, Math.max(1, parts));
    }
    // As many as have room, then evenly: four parts stand two by two, not three and one.
    int most = Math.clamp((int) (width / COMFORTABLE), 1, Math.max(1, parts));
    return Math.ceilDiv(Math.max(1, parts), Math.ceilDiv(Math.max(1, parts), most));
  }

  /** What keeps one part from being drawn is said in its place; the others are drawn. */
  private Scene scene(String name, Result part, int width, int height) {
    try {
      return views.scene(part, PART, name, new ExportOptions(Map.of(), "", Math.max(1, width), height, false));
    } catch (LoupeException e) {
      return new SceneBuilder(width, LEAST_HEIGHT / 2).header(name, e.getMessage()).build();
    }
  }

  /** Height of what stands above the parts. */
  private static double header(Composite result, ViewRequest<?> request, double width) {
    SceneBuilder builder = new SceneBuilder(width, 1_000);
    builder.header(request.title(), subtitle(result));
    return builder.free().y();
  }

  private static String subtitle(Composite result) {
    List<String> out = new ArrayList<>();
    result.figures().forEach((name, value) -> out.add(name + " " + Numbers.format(value)));
    return String.join("  \u00b7  ", out);
  }

  private static Scene placed(List<Scene> scenes, int columns, Composite result, ViewRequest<?> request,
      double width) {
    double top = header(result, request, width) - Styles.MARGIN / 2;
    List<Group> groups = new ArrayList<>();
    double y = top;
    double right = 0;
    for (int from = 0; from < scenes.size(); from += columns) {
      List<Scene> line = scenes.subList(from, Math.min(scenes.size(), from + columns));
      double x = 0;
      double height = 0;
      double room = (width - Styles.MARGIN * (columns - 1)) / columns;
      for (Scene scene : line) {
        groups.add(new Group(scene.items(), x, y, Optional.of(scene.bounds()), scene.title()));
        right = Math.max(right, x + scene.width());
        height = Math.max(height, scene.height());
        x += Math.max(room, scene.width()) + Styles.MARGIN;
      }
      y += height + Styles.MARGIN / 2;
    }
    boolean cut = scenes.size() < result.parts().size();
    SceneBuilder out = new SceneBuilder(Math.min(Scene.MAX_SIDE, Math.max(width, right)),
        Math.min(Scene.MAX_SIDE, y + (cut ? 2 * Styles.MARGIN : 0)));
    out.header(request.title(), subtitle(result));
    out.description(result.parts().size() + " parts: " + String.join(", ", result.parts().keySet()) + ".");
    out.add(PathItem.stroked(PathData.line(Styles.MARGIN, top, out.free().right(), top), Styles.GRID_LINE));
    out.addAll(groups);
    if (cut) {
      out.footer(scenes.size() + " of " + result.parts().size() + " parts are shown");
    }
    return out.build();
  }
}
