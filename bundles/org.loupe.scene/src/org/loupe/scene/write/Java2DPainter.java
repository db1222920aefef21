/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.loupe.scene.Group;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.Theme;
import org.loupe.scene.text.AwtTextMeasure;
import org.loupe.scene.text.Ellipsis;
import org.loupe.scene.text.TextMeasure;

/** Draws a scene with Java2D. */
final class Java2DPainter {
  private final Graphics2D g;
  private final Theme theme;
  private final TextMeasure measure;

  Java2DPainter(Graphics2D g, Theme theme, TextMeasure measure) {
    this.g = g;
    this.measure = measure;
    this.theme = theme;
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  void paint(Scene scene) {
    g.setColor(new Color(scene.background().resolve(theme), true));
    // a little more than the scene, as its size may not be a whole number of pixels
    g.fill(new Rectangle2D.Double(0, 0, scene.width() + 1, scene.height() + 1));
    paint(scene.items());
  }

  private void paint(List<Item> items) {
    for (Item item : items) {
      switch (item) {
        case PathItem p -> path(p);
        case ImageItem i -> image(i);
        case TextItem t -> text(t);
        case Group group -> group(group);
        case HitRegion r -> { } // not seen
        case HitGrid r -> { } // not seen
      }
    }
  }

  private void group(Group group) {
    AffineTransform before = g.getTransform();
    Shape clip = g.getClip();
    g.translate(group.dx(), group.dy());
    if (group.clip().isPresent()) {
      g.clip(rectangle(group.clip().get()));
    }
    paint(group.items());
    g.setTransform(before);
    g.setClip(clip);
  }

  private void path(PathItem item) {
    Path2D path = new Path2D.Double();
    item.path().replay(new PathData.Sink() {
      @Override
      public void moveTo(double x, double y) {
        path.moveTo(x, y);
      }

      @Override
      public void lineTo(double x, double y) {
        path.lineTo(x, y);
      }

      @Override
      public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
        path.curveTo(x1, y1, x2, y2, x, y);
      }

      @Override
      public void close() {
        path.closePath();
      }
    });
    if (item.fill().isPresent()) {
      g.setColor(new Color(item.fill().get().resolve(theme), true));
      g.fill(path);
    }
    if (item.stroke().isPresent()) {
      Stroke stroke = item.stroke().get();
      g.setColor(new Color(stroke.color().resolve(theme), true));
      g.setStroke(basic(stroke));
      g.draw(path);
    }
  }

  private static BasicStroke basic(Stroke stroke) {
    float[] dash = stroke.dash().isEmpty() ? null : new float[stroke.dash().size()];
    for (int i = 0; dash != null && i < dash.length; i++) {
      dash[i] = stroke.dash().get(i).floatValue();
    }
    return new BasicStroke((float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
  }

  private void image(ImageItem item) {
    Rect b = item.bounds();
    if (b.width() == 0 || b.height() == 0) {
      return;
    }
    double scale = g.getTransform().getScaleX();
    Raster raster = item.smooth() ? Shrinker.shrink(item.raster(), (int) Math.ceil(Math.min(b.width() * scale,
        Raster.MAX_SIDE)), (int) Math.ceil(Math.min(b.height() * scale, Raster.MAX_SIDE))) : item.raster();
    BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[raster.width()];
    for (int y = 0; y < raster.height(); y++) {
      raster.row(y, row);
      image.getRaster().setDataElements(0, y, raster.width(), 1, row);
    }
    Composite before = g.getComposite();
    Shape clip = g.getClip();
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) item.opacity()));
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, item.smooth()
        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.clip(rectangle(b));
    AffineTransform place = AffineTransform.getTranslateInstance(b.x(), b.y());
    place.scale(b.width() / raster.width(), b.height() / raster.height());
    g.drawImage(image, place, null);
    g.setClip(clip);
    g.setComposite(before);
  }

  private void text(TextItem item) {
    String shown = Ellipsis.fit(item.text(), item.style(), item.maxWidth(), measure);
    Rect bounds = measure.bounds(item);
    AffineTransform before = g.getTransform();
    g.rotate(Math.toRadians(item.rotation()), item.x(), item.y());
    g.setFont(AwtTextMeasure.font(item.style()));
    g.setColor(new Color(item.color().resolve(theme), true));
    g.drawString(shown, (float) bounds.x(), (float) measure.baseline(item));
    g.setTransform(before);
  }

  private static Rectangle2D rectangle(Rect r) {
    return new Rectangle2D.Double(r.x(), r.y(), r.width(), r.height());
  }
}
