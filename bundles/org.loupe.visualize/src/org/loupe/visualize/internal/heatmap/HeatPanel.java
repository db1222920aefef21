/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.scene.Group;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Stroke;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Styles;

/** The map itself: over its picture where it has one, alone where it has none. */
public final class HeatPanel {
  /** The raster is finer than the scene, for pictures drawn at twice the size. */
  private static final double FINENESS = 2;
  private final Plane plane;
  private final MapColours colours;
  private final Style style;
  private final HitGrid.Cells cells;

  /**
   * How it looks.
   *
   * @param opacity of the map over a picture, 0 to 1
   * @param smooth whether numbers between positions are interpolated
   * @param contour percent of the largest value around which a line is drawn; 0 for none
   */
  public record Style(double opacity, boolean smooth, double contour) {
  }

  /** @param cells what a position says */
  public HeatPanel(Plane plane, MapColours colours, Style style, HitGrid.Cells cells) {
    this.plane = plane;
    this.colours = colours;
    this.style = style;
    this.cells = cells;
  }

  Plane plane() {
    return plane;
  }

  MapColours colours() {
    return colours;
  }

  /** The map over the picture, which fills the rectangle. */
  public List<Item> over(Picture picture, Rect area) {
    Rect input = place(picture, area);
    List<Item> map = new ArrayList<>();
    map.add(new ImageItem(MapRaster.of(plane, style.smooth(), input.width() * FINENESS, input.height() * FINENESS,
        colours::over), input, false, style.opacity(), "heat map"));
    map.addAll(contour(input));
    map.add(hits(input));
    List<Item> items = new ArrayList<>();
    items.add(original(picture, area));
    items.addAll(outside(area, input.intersect(area)));
    items.add(Group.of("heat map over the picture", map).clipped(area));
    items.add(PathItem.stroked(PathData.rect(area), Styles.GRID_LINE));
    return items;
  }

  /** The map alone, which fills the rectangle. */
  public List<Item> alone(Rect area) {
    List<Item> items = new ArrayList<>();
    items.add(new ImageItem(MapRaster.of(plane, style.smooth(), area.width() * FINENESS, area.height() * FINENESS,
        v -> colours.scale().argb(v)), area, false, 1, "heat map"));
    items.addAll(contour(area));
    items.add(PathItem.stroked(PathData.rect(area), Styles.FRAME));
    items.add(hits(area));
    return items;
  }

  static Item original(Picture picture, Rect area) {
    return new ImageItem(Raster.of(picture.width(), picture.height(), picture.argb()), area, true, 1,
        "the picture that was explained");
  }

  /** Where the model's input lies, crop and letterbox undone; may reach beyond the picture. */
  private Rect place(Picture picture, Rect area) {
    Affine a = picture.inputToPicture();
    double x = area.width() / picture.width();
    double y = area.height() / picture.height();
    return new Rect(area.x() + a.offsetX() * x, area.y() + a.offsetY() * y, plane.columns() * a.scaleX() * x,
        plane.rows() * a.scaleY() * y);
  }

  /** Veils what the model did not see. */
  private static List<Item> outside(Rect area, Rect seen) {
    List<Item> items = new ArrayList<>();
    List<Rect> around = List.of(
        new Rect(area.x(), area.y(), area.width(), Math.max(0, seen.y() - area.y())),
        new Rect(area.x(), seen.bottom(), area.width(), Math.max(0, area.bottom() - seen.bottom())),
        new Rect(area.x(), seen.y(), Math.max(0, seen.x() - area.x()), seen.height()),
        new Rect(seen.right(), seen.y(), Math.max(0, area.right() - seen.right()), seen.height()));
    for (Rect r : around) {
      if (r.width() > 0.5 && r.height() > 0.5) {
        items.add(HitRegion.of(r, "cut off before the model saw it"));
      }
    }
    if (!items.isEmpty()) {
      // One path with a hole, wound the other way: four rectangles would show their seams.
      PathData veil = PathData.builder().moveTo(area.x(), area.y()).lineTo(area.right(), area.y())
          .lineTo(area.right(), area.bottom()).lineTo(area.x(), area.bottom()).close().moveTo(seen.x(), seen.y())
          .lineTo(seen.x(), seen.bottom()).lineTo(seen.right(), seen.bottom()).lineTo(seen.right(), seen.y()).close()
          .build();
      items.add(PathItem.filled(veil, SceneColor.of(ThemeRole.BACKGROUND, 0.6)));
      items.add(PathItem.stroked(PathData.rect(seen),
          new Stroke(SceneColor.of(ThemeRole.FOREGROUND, 0.7), 1, List.of(4.0, 3.0))));
    }
    return items;
  }

  private List<Item> contour(Rect area) {
    int peak = plane.peak();
    if (style.contour() == 0 || peak < 0) {
      return List.of();
    }
    double level = Math.abs(plane.values()[peak]) * style.contour() / 100;
    Optional<PathData> path = Contour.of(plane, level, area);
    // A dark line in a light one is seen on any picture.
    return path.<List<Item>>map(p -> List.of(PathItem.stroked(p, Stroke.solid(SceneColor.argb(0xc0ffffff), 3)),
        PathItem.stroked(p, Stroke.solid(SceneColor.argb(0xff202020), 1)))).orElse(List.of());
  }

  private HitGrid hits(Rect area) {
    return new HitGrid(area, plane.rows(), plane.columns(), cells);
  }
}
