/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.build;

import java.util.ArrayList;
import java.util.List;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.text.Ellipsis;
import org.loupe.scene.text.TextMeasure;

/** Gathers a scene. Not safe for several threads at once. */
public final class SceneBuilder {
  private final double width;
  private final double height;
  private final TextMeasure measure;
  private final List<Item> items = new ArrayList<>();
  private SceneColor background = SceneColor.of(ThemeRole.BACKGROUND);
  private String title = "";
  private String description = "";
  private Rect free;

  /** A scene of this size that measures with the fonts of this machine. */
  public SceneBuilder(double width, double height) {
    this(width, height, TextMeasure.best());
  }

  public SceneBuilder(double width, double height, TextMeasure measure) {
    this.width = width;
    this.height = height;
    this.measure = measure;
    this.free = new Rect(0, 0, width, height).inset(Styles.MARGIN);
  }

  public TextMeasure measure() {
    return measure;
  }

  /** What is left of the area within the margins, below headers, above footers. */
  public Rect free() {
    return free;
  }

  /** Names the scene without showing the name. */
  public SceneBuilder title(String text) {
    title = text;
    return this;
  }

  /** What the scene shows, for those who do not see it. */
  public SceneBuilder description(String text) {
    description = text;
    return this;
  }

  public SceneBuilder background(SceneColor color) {
    background = color;
    return this;
  }

  /** Names the scene and shows the name, and a line below it if that is not empty, at the top of the free area. */
  public SceneBuilder header(String heading, String subtitle) {
    title = heading;
    double y = free.y();
    label(TextItem.of(heading, free.x(), y, Styles.TITLE).align(Anchor.START, Baseline.TOP)
        .limit(free.width()));
    y += measure.height(Styles.TITLE);
    if (!subtitle.isEmpty()) {
      label(TextItem.of(subtitle, free.x(), y + 2, Styles.BODY).color(Styles.MUTED)
          .align(Anchor.START, Baseline.TOP).limit(free.width()));
      y += 2 + measure.height(Styles.BODY);
    }
    free = free.inset(0, y - free.y() + Styles.GAP * 2, 0, 0);
    return this;
  }

  /** A line of small print at the bottom of the free area. */
  public SceneBuilder footer(String text) {
    double room = measure.height(Styles.SMALL);
    label(TextItem.of(text, free.x(), free.bottom(), Styles.SMALL).color(Styles.MUTED)
        .align(Anchor.START, Baseline.BOTTOM).limit(free.width()));
    free = free.inset(0, 0, 0, room + Styles.GAP * 2);
    return this;
  }

  public SceneBuilder add(Item item) {
    items.add(item);
    return this;
  }

  public SceneBuilder addAll(List<? extends Item> more) {
    items.addAll(more);
    return this;
  }

  /** Adds text; if it has to be cut, all of it is in a tooltip. */
  public SceneBuilder label(TextItem text) {
    return addAll(label(text, measure));
  }

  /** The text and, if it has to be cut, a region with all of it as tooltip. */
  static List<Item> label(TextItem text, TextMeasure measure) {
    if (Ellipsis.fit(text.text(), text.style(), text.maxWidth(), measure).equals(text.text())) {
      return List.of(text);
    }
    Rect flat = measure.bounds(text);
    return List.of(text, HitRegion.of(turned(flat, text), text.text()));
  }

  /** The upright rectangle around a turned one. */
  private static Rect turned(Rect r, TextItem text) {
    double angle = Math.toRadians(text.rotation());
    double left = Double.POSITIVE_INFINITY;
    double top = left;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = right;
    for (double x : new double[] {r.x(), r.right()}) {
      for (double y : new double[] {r.y(), r.bottom()}) {
        double tx = text.x() + (x - text.x()) * Math.cos(angle) - (y - text.y()) * Math.sin(angle);
        double ty = text.y() + (x - text.x()) * Math.sin(angle) + (y - text.y()) * Math.cos(angle);
        left = Math.min(left, tx);
        right = Math.max(right, tx);
        top = Math.min(top, ty);
        bottom = Math.max(bottom, ty);
      }
    }
    return new Rect(left, top, right - left, bottom - top);
  }

  public Scene build() {
    return new Scene(width, height, background, title, description, items);
  }
}
