/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.List;
import org.loupe.scene.Anchor;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Styles;
import org.loupe.visualize.internal.Scenes;

/** Reads what a plot shows back from its scene. */
public final class Shapes {
  private static final double SWATCH = 11;

  private Shapes() {
  }

  /** Around all shapes filled with a colour, in drawing order, the legend's squares left out. */
  public static List<Rect> filled(Scene scene, SceneColor color) {
    return Scenes.all(scene, PathItem.class).stream().filter(p -> p.fill().isPresent() && p.fill().get().equals(color))
        .map(p -> p.path().bounds()).filter(r -> r.width() != SWATCH || r.height() != SWATCH).toList();
  }

  /** Around all lines that are not filled. */
  public static List<Rect> lines(Scene scene) {
    return Scenes.all(scene, PathItem.class).stream().filter(p -> p.fill().isEmpty()).map(p -> p.path().bounds())
        .toList();
  }

  public static TextItem text(Scene scene, String text) {
    return Scenes.all(scene, TextItem.class).stream().filter(t -> t.text().equals(text)).findFirst().orElseThrow(
        () -> new AssertionError(text + " is none of " + Scenes.texts(scene)));
  }

  /**
   * Number at a place across, by two numbers of the axis.
   */
  public static double number(Scene scene, double x, double a, double b) {
    double first = tick(scene, a);
    double second = tick(scene, b);
    return a + (x - first) / (second - first) * (b - a);
  }

  /** Where an axis below a plot has a number. */
  private static double tick(Scene scene, double number) {
    return Scenes.all(scene, TextItem.class).stream().filter(t -> t.color().equals(Styles.MUTED)
        && t.text().matches("-?[0-9.]+") && Double.parseDouble(t.text()) == number && t.anchor() == Anchor.MIDDLE)
        .findFirst().orElseThrow(() -> new AssertionError(number + " is none of " + Scenes.texts(scene))).x();
  }
}
