/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.generated;

import java.util.List;
import java.util.Optional;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.subject.Picture;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.ImageItem;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.build.Layout;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Notes;

/** Draws an input that a method made, at the end or on the way, with the curve of its objective. */
public final class GeneratedView implements Visualizer<GeneratedInput, GeneratedOptions> {
  private static final double LEAST_WIDTH = 160;
  private static final double LEAST_HEIGHT = 140;
  private static final double BESIDE = 420;
  private static final double BELOW = 320;
  private static final double CRISP = 4;
  private static final double LARGEST_PIXEL = 24;

  @Override
  public Class<GeneratedInput> resultType() {
    return GeneratedInput.class;
  }

  @Override
  public Class<GeneratedOptions> optionsType() {
    return GeneratedOptions.class;
  }

  @Override
  public Scene prepare(GeneratedInput result, ViewRequest<GeneratedOptions> request) {
    Optional<GeneratedInput.Frame> frame = frame(result, request.options().step());
    int step = frame.map(GeneratedInput.Frame::step).orElse(result.scores().size() - 1);
    Picture picture = frame.map(GeneratedInput.Frame::picture).orElse(result.picture());
    SceneBuilder scene = new SceneBuilder(Math.max(LEAST_WIDTH, request.width()),
        Math.max(LEAST_HEIGHT, request.height()));
    scene.header(request.title(), subtitle(result));
    scene.footer(note(result, step, frame.isPresent()));
    scene.description("A picture made for " + result.objective() + ". " + note(result, step, frame.isPresent()) + ".");
    Rect free = scene.free();
    boolean curve = request.options().curve() && result.scores().size() > 1;
    boolean beside = curve && free.width() >= BESIDE && free.width() > free.height();
    boolean below = curve && !beside && free.height() >= BELOW;
    List<Rect> parts = beside ? Layout.columns(free, 2 * Styles.MARGIN, 3, 2)
        : below ? Layout.rows(free, Styles.MARGIN, 5, 2) : List.of(free);
    Rect drawn = picture(scene, picture, parts.getFirst(), result.objective());
    if (beside) {
      double left = drawn.right() + 2 * Styles.MARGIN;
      double width = Math.min(free.right() - left, 1.6 * parts.getLast().width());
      ScoreCurve.draw(scene, new Rect(left, free.y(), width, Math.clamp(width * 0.6, Math.min(120, free.height()),
          free.height())), result, step);
    } else if (below) {
      ScoreCurve.draw(scene, parts.getLast(), result, step);
    }
    return scene.build();
  }

  private static Rect picture(SceneBuilder scene, Picture picture, Rect room, String objective) {
    Rect fitted = Layout.fit(room, picture.width(), picture.height());
    double fit = Math.min(fitted.width() / picture.width(), LARGEST_PIXEL);
    double scale = fit >= CRISP ? Math.floor(fit) : fit;
    Rect area = new Rect(room.x(), room.y(), Math.max(1, picture.width() * scale),
        Math.max(1, picture.height() * scale));
    // Pixels of a small picture are looked at one by one; of a large one, as a picture.
    scene.add(new ImageItem(Raster.of(picture.width(), picture.height(), picture.argb()), area, scale < CRISP, 1,
        "picture made for " + objective));
    scene.add(PathItem.stroked(PathData.rect(area), Styles.GRID_LINE));
    return area;
  }

  /** The last one kept up to a step; none for the end, and before the first one that one. */
  private static Optional<GeneratedInput.Frame> frame(GeneratedInput result, int step) {
    if (step < 0 || result.frames().isEmpty() || step >= result.scores().size() - 1) {
      return Optional.empty();
    }
    return Optional.of(result.frames().stream().filter(f -> f.step() <= step).reduce((a, b) -> b)
        .orElse(result.frames().getFirst()));
  }

  private static String subtitle(GeneratedInput result) {
    String figures = Notes.figures(result.figures());
    return result.objective() + (figures.isEmpty() ? "" : "  \u00b7  " + figures);
  }

  private static String note(GeneratedInput result, int step, boolean onTheWay) {
    if (result.scores().isEmpty()) {
      return "no scores were kept";
    }
    double score = result.scores().get(step);
    String at = "objective " + (Double.isNaN(score) ? "not measured" : Numbers.format(score));
    return onTheWay ? "step " + step + " of " + (result.scores().size() - 1) + ": " + at
        : "after " + (result.scores().size() - 1) + " steps: " + at;
  }
}
