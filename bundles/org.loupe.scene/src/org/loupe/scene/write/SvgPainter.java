/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.loupe.scene.Anchor;
import org.loupe.scene.Group;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.text.Ellipsis;
import org.loupe.scene.text.TextMeasure;

/** Writes the elements of one SVG picture. */
final class SvgPainter {
  /** A grid with more cells than this has no tooltips in SVG; the file would be mostly tooltips. */
  private static final int MAX_CELLS = 4096;

  private final Markup out;
  private final Palette palette;
  private final TextMeasure measure;
  private final String idPrefix;
  private int clips;

  /** @param idPrefix start of ids within the picture, different for each picture of a page */
  SvgPainter(Markup out, Palette palette, TextMeasure measure, String idPrefix) {
    this.out = out;
    this.palette = palette;
    this.measure = measure;
    this.idPrefix = idPrefix;
  }

  /** @param withStyle whether the classes of the palette are explained within */
  void paint(Scene scene, boolean withStyle) throws IOException {
    out.start("svg").attribute("xmlns", "http://www.w3.org/2000/svg")
        .attribute("width", scene.width()).attribute("height", scene.height())
        .attribute("viewBox", "0 0 " + Markup.number(scene.width()) + " " + Markup.number(scene.height()))
        .attribute("role", "img").attribute("aria-label", scene.title())
        .attribute("font-family", "sans-serif");
    out.start("title").text(scene.title()).end();
    if (!scene.description().isEmpty()) {
      out.start("desc").text(scene.description()).end();
    }
    if (withStyle) {
      out.start("style").raw(Palette.styleSheet()).end();
    }
    rect(scene.bounds());
    palette.write(out, "fill", scene.background());
    out.endEmpty();
    paint(scene.items());
    out.end();
  }

  private void paint(List<Item> items) throws IOException {
    for (Item item : items) {
      switch (item) {
        case PathItem p -> path(p);
        case ImageItem i -> image(i);
        case TextItem t -> text(t);
        case Group g -> group(g);
        case HitRegion r -> region(r);
        case HitGrid g -> grid(g);
      }
    }
  }

  private void group(Group g) throws IOException {
    String id = null;
    if (g.clip().isPresent()) {
      id = idPrefix + "-clip" + clips++;
      out.start("clipPath").attribute("id", id);
      rect(g.clip().get());
      out.endEmpty().end();
    }
    out.start("g");
    if (g.dx() != 0 || g.dy() != 0) {
      out.attribute("transform", "translate(" + Markup.number(g.dx()) + " " + Markup.number(g.dy()) + ")");
    }
    if (id != null) {
      out.attribute("clip-path", "url(#" + id + ")");
    }
    if (!g.label().isEmpty()) {
      out.attribute("role", "group").attribute("aria-label", g.label());
    }
    paint(g.items());
    out.end();
  }

  private void path(PathItem p) throws IOException {
    // one element for the fill and one for the line, as each may need a class of its own
    if (p.fill().isPresent()) {
      out.start("path").attribute("d", data(p.path()));
      palette.write(out, "fill", p.fill().get());
      out.endEmpty();
    }
    if (p.stroke().isPresent()) {
      Stroke s = p.stroke().get();
      out.start("path").attribute("d", data(p.path())).attribute("fill", "none");
      palette.write(out, "stroke", s.color());
      out.attribute("stroke-width", s.width()).attribute("stroke-miterlimit", 10);
      if (!s.dash().isEmpty()) {
        out.attribute("stroke-dasharray", s.dash().stream().map(Markup::number).collect(Collectors.joining(" ")));
      }
      out.endEmpty();
    }
  }

  private static String data(PathData path) {
    StringBuilder b = new StringBuilder();
    path.replay(new PathData.Sink() {
      @Override
      public void moveTo(double x, double y) {
        add('M', x, y);
      }

      @Override
      public void lineTo(double x, double y) {
        add('L', x, y);
      }

      @Override
      public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
        add('C', x1, y1, x2, y2, x, y);
      }

      @Override
      public void close() {
        b.append('Z');
      }

      private void add(char command, double... xy) {
        b.append(command);
        for (int i = 0; i < xy.length; i++) {
          b.append(i == 0 ? "" : " ").append(Markup.number(xy[i]));
        }
      }
    });
    return b.toString();
  }

  private void image(ImageItem i) throws IOException {
    Rect b = i.bounds();
    out.start("image").attribute("x", b.x()).attribute("y", b.y()).attribute("width", b.width())
        .attribute("height", b.height()).attribute("preserveAspectRatio", "none");
    if (i.opacity() < 1) {
      out.attribute("opacity", i.opacity());
    }
    if (!i.smooth()) {
      out.attribute("style", "image-rendering:pixelated");
    }
    if (!i.alt().isEmpty()) {
      out.attribute("role", "img").attribute("aria-label", i.alt());
    }
    out.picture("href", i.raster()).endEmpty();
  }

  private void text(TextItem t) throws IOException {
    String shown = Ellipsis.fit(t.text(), t.style(), t.maxWidth(), measure);
    out.start("text").attribute("x", t.x()).attribute("y", measure.baseline(t))
        .attribute("font-size", t.style().size());
    if (t.anchor() != Anchor.START) {
      out.attribute("text-anchor", t.anchor() == Anchor.END ? "end" : "middle");
    }
    if (t.style().bold()) {
      out.attribute("font-weight", "bold");
    }
    if (t.style().fixedWidth()) {
      out.attribute("font-family", "monospace");
    }
    if (t.rotation() != 0) {
      out.attribute("transform", "rotate(" + Markup.number(t.rotation()) + " " + Markup.number(t.x()) + " "
          + Markup.number(t.y()) + ")");
    }
    palette.write(out, "fill", t.color());
    if (!shown.equals(t.text())) {
      out.start("title").text(t.text()).end();
    }
    out.text(shown).end();
  }

  private void grid(HitGrid g) throws IOException {
    if ((long) g.rows() * g.columns() > MAX_CELLS) {
      return;
    }
    for (int row = 0; row < g.rows(); row++) {
      for (int column = 0; column < g.columns(); column++) {
        region(g.region(row, column));
      }
    }
  }

  private void region(HitRegion r) throws IOException {
    if (r.tooltip().isEmpty()) {
      return;
    }
    rect(r.bounds());
    out.attribute("fill", "#000000").attribute("fill-opacity", 0);
    if (r.selection().isPresent()) {
      out.attribute("data-kind", r.selection().get().kind()).attribute("data-id", r.selection().get().id());
    }
    out.start("title").text(r.tooltip()).end().end();
  }

  private void rect(Rect r) throws IOException {
    out.start("rect").attribute("x", r.x()).attribute("y", r.y()).attribute("width", r.width())
        .attribute("height", r.height());
  }
}
