/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.loupe.scene.Anchor;
import org.loupe.scene.Group;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.Theme;
import org.loupe.scene.text.Ellipsis;

/** Draws the items of a scene with a graphics context, under one theme. */
final class ScenePainter {
  private static final float MITER = 10;
  private static final double MOST_SQUEEZE = 1.15;

  private final GC gc;
  private final Theme theme;
  private final RasterCache images;
  private final Fonts fonts;
  private final GcTextMeasure measure;
  private Viewport view;

  ScenePainter(GC gc, Theme theme, RasterCache images, Fonts fonts) {
    this.gc = gc;
    this.theme = theme;
    this.images = images;
    this.fonts = fonts;
    this.measure = new GcTextMeasure(gc, fonts);
    gc.setAdvanced(true);
    gc.setAntialias(SWT.ON);
    gc.setTextAntialias(SWT.ON);
  }

  void paint(List<Item> items, Viewport at) {
    view = at;
    place(0, 0);
    draw(items);
    gc.setTransform(null);
    gc.setAlpha(255);
  }

  private void draw(List<Item> items) {
    for (Item item : items) {
      switch (item) {
        case PathItem p -> path(p);
        case ImageItem i -> image(i);
        case TextItem t -> text(t);
        case Group g -> group(g);
        case HitRegion r -> {
        }
        case HitGrid g -> {
        }
      }
    }
  }

  private void group(Group g) {
    Viewport outer = view;
    Rectangle clip = gc.getClipping();
    view = outer.moved(g.dx() * outer.scale(), g.dy() * outer.scale());
    place(0, 0);
    if (g.clip().isPresent()) {
      gc.setClipping(gc.getClipping().intersection(enclosing(g.clip().get())));
    }
    draw(g.items());
    view = outer;
    place(0, 0);
    gc.setClipping(clip);
  }

  private void place(double dx, double dy) {
    double s = view.scale();
    transform((float) s, (float) (view.x() + dx * s), (float) (view.y() + dy * s), 0);
  }

  private void transform(float scale, float x, float y, float degrees) {
    transform(scale, scale, x, y, degrees);
  }

  private void transform(float across, float down, float x, float y, float degrees) {
    Transform t = new Transform(gc.getDevice());
    t.translate(x, y);
    t.rotate(degrees);
    t.scale(across, down);
    gc.setTransform(t);
    t.dispose();
  }

  private void path(PathItem item) {
    Path path = new Path(gc.getDevice());
    item.path().replay(new PathSink(path));
    item.fill().ifPresent(c -> {
      gc.setBackground(color(c));
      gc.setFillRule(SWT.FILL_WINDING);
      gc.fillPath(path);
    });
    item.stroke().ifPresent(s -> {
      gc.setForeground(color(s.color()));
      gc.setLineAttributes(line(s));
      gc.drawPath(path);
    });
    path.dispose();
  }

  private static LineAttributes line(Stroke s) {
    float[] dash = null;
    if (!s.dash().isEmpty()) {
      dash = new float[s.dash().size()];
      for (int i = 0; i < dash.length; i++) {
        dash[i] = s.dash().get(i).floatValue();
      }
    }
    return new LineAttributes((float) s.width(), SWT.CAP_FLAT, SWT.JOIN_MITER,
        dash == null ? SWT.LINE_SOLID : SWT.LINE_CUSTOM, dash, 0, MITER);
  }

  private void image(ImageItem item) {
    Image image = images.image(item.raster());
    Rect b = item.bounds();
    // a fraction of a pixel would be lost in whole numbers, so the transform carries it
    transform(1, (float) (view.x() + b.x() * view.scale()), (float) (view.y() + b.y() * view.scale()), 0);
    int w = Math.max(1, (int) Math.round(b.width() * view.scale()));
    int h = Math.max(1, (int) Math.round(b.height() * view.scale()));
    boolean shrinks = w < item.raster().width();
    gc.setInterpolation(item.smooth() || shrinks ? SWT.HIGH : SWT.NONE);
    gc.setAlpha((int) Math.round(item.opacity() * 255));
    gc.drawImage(image, 0, 0, item.raster().width(), item.raster().height(), 0, 0, w, h);
    gc.setAlpha(255);
    place(0, 0);
  }

  private void text(TextItem item) {
    double squeeze = squeeze(item);
    String shown = squeeze < 1 ? item.text() : Ellipsis.fit(item.text(), item.style(), item.maxWidth(), measure);
    if (shown.isEmpty()) {
      return;
    }
    Fonts.Scaled font = fonts.font(item.style());
    double width = measure.width(shown, item.style());
    double left = item.anchor() == Anchor.START ? 0 : item.anchor() == Anchor.END ? -width : -width / 2;
    double top = measure.baseline(item) - item.y() - measure.ascent(item.style());
    double s = view.scale();
    transform((float) (s * font.factor() * squeeze), (float) (s * font.factor()), (float) (view.x() + item.x() * s),
        (float) (view.y() + item.y() * s), (float) item.rotation());
    gc.setFont(font.font());
    gc.setForeground(color(item.color()));
    gc.drawText(shown, (int) Math.round(left / font.factor()), (int) Math.round(top / font.factor()),
        GcTextMeasure.FLAGS);
    place(0, 0);
  }

  /**
   * By how much a text is made narrower. A scene is laid out before it is known what draws it, and letters of a screen
   * are whole pixels: a text that just fits there may be some percent too long here, and is not to be cut for that.
   */
  private double squeeze(TextItem item) {
    if (Double.isInfinite(item.maxWidth())) {
      return 1;
    }
    double width = measure.width(item.text(), item.style());
    return width > item.maxWidth() && width <= item.maxWidth() * MOST_SQUEEZE ? item.maxWidth() / width : 1;
  }

  private Color color(SceneColor c) {
    int argb = c.resolve(theme);
    gc.setAlpha(argb >>> 24);
    return new Color(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
  }

  static Rectangle enclosing(Rect r) {
    int x = (int) Math.floor(r.x());
    int y = (int) Math.floor(r.y());
    return new Rectangle(x, y, (int) Math.ceil(r.right()) - x, (int) Math.ceil(r.bottom()) - y);
  }

  private record PathSink(Path path) implements PathData.Sink {
    @Override
    public void moveTo(double x, double y) {
      path.moveTo((float) x, (float) y);
    }

    @Override
    public void lineTo(double x, double y) {
      path.lineTo((float) x, (float) y);
    }

    @Override
    public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
      path.cubicTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
    }

    @Override
    public void close() {
      path.close();
    }
  }
}
