/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.Stroke;
import org.loupe.scene.Theme;
import org.loupe.scene.ThemeRole;

/**
 * Shows a scene: fitted to the canvas until the user zooms or drags, with the tooltips and selections of its regions,
 * by pointer and by keyboard (arrows, Home, End, Enter; +, -, 0 for the zoom). Colours follow the theme of the
 * workbench.
 */
public final class SceneCanvas extends Canvas {
  private static final int FOCUS_WIDTH = 2;
  private static final Stroke HALO = Stroke.solid(SceneColor.of(ThemeRole.BACKGROUND), 4);
  private static final Stroke MARK = Stroke.solid(SceneColor.of(ThemeRole.FOREGROUND), 1.75);

  private final RasterCache images = new RasterCache(getDisplay());
  private final Fonts fonts = new Fonts(getDisplay());
  private final List<Consumer<Selection>> listeners = new ArrayList<>();
  private Scene scene;
  private SceneCursor cursor;
  private Viewport view;
  private boolean fitted = true;
  private Optional<Selection> marked = Optional.empty();
  private List<Item> marks = List.of();

  public SceneCanvas(Composite parent, int style) {
    super(parent, style | SWT.DOUBLE_BUFFERED);
    addListener(SWT.Paint, e -> paint(e.gc));
    addListener(SWT.Resize, e -> resized());
    addListener(SWT.Dispose, e -> {
      images.clear();
      fonts.dispose();
    });
    new ScenePointer(this);
    new SceneKeys(this);
    SceneAccess.install(this);
    SceneMenu.install(this);
  }

  /** Shows a scene; null shows nothing. A scene of the same size keeps the zoom. */
  public void setScene(Scene next) {
    checkWidget();
    boolean sameSize = scene != null && next != null && scene.width() == next.width()
        && scene.height() == next.height();
    scene = next;
    images.clear();
    cursor = next == null ? null : new SceneCursor(next);
    marks = marks();
    setToolTipText(null);
    if (fitted || !sameSize) {
      fit();
    } else {
      redraw();
    }
    getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
  }

  /** What is shown; null if nothing is. */
  public Scene scene() {
    return scene;
  }

  /** Marks a thing in this scene and those after it, wherever it is seen. */
  public void mark(Optional<Selection> thing) {
    checkWidget();
    if (!thing.equals(marked)) {
      marked = thing;
      marks = marks();
      redraw();
    }
  }

  /** How many places are marked. */
  public int marked() {
    return marks.size() / 2;
  }

  /** A line that is seen on any ground: light within dark, or the other way round. */
  private List<Item> marks() {
    List<Item> out = new ArrayList<>();
    if (scene != null && marked.isPresent()) {
      List<PathData> outlines = scene.outlines(marked.get());
      outlines.forEach(p -> out.add(PathItem.stroked(p, HALO)));
      outlines.forEach(p -> out.add(PathItem.stroked(p, MARK)));
    }
    return out;
  }

  /** Is told what the user selects. */
  public void onSelection(Consumer<Selection> listener) {
    listeners.add(listener);
  }

  /** All of the scene, as large as the canvas allows. */
  public void fit() {
    fitted = true;
    resized();
  }

  /** Larger or smaller about the middle of the canvas. */
  public void zoom(double factor) {
    Point size = getSize();
    zoom(factor, size.x / 2.0, size.y / 2.0);
  }

  /** The theme that the canvas draws with: that of the workbench. */
  public Theme theme() {
    return SceneThemes.of(this);
  }

  /** The scene as a picture in its own size. @param scale pixels of the picture for one of the scene */
  public Image picture(double scale) {
    int width = Math.max(1, (int) Math.ceil(scene.width() * scale));
    int height = Math.max(1, (int) Math.ceil(scene.height() * scale));
    Image image = new Image(getDisplay(), width, height);
    GC gc = new GC(image);
    try {
      ground(gc, width, height);
      new ScenePainter(gc, theme(), images, fonts).paint(scene.items(), new Viewport(scale, 0, 0));
    } finally {
      gc.dispose();
    }
    return image;
  }

  @Override
  public Point computeSize(int widthHint, int heightHint, boolean changed) {
    int width = scene == null ? 64 : (int) Math.ceil(scene.width());
    int height = scene == null ? 64 : (int) Math.ceil(scene.height());
    return new Point(widthHint == SWT.DEFAULT ? width : widthHint, heightHint == SWT.DEFAULT ? height : heightHint);
  }

  Optional<HitRegion> hit(int x, int y) {
    return scene == null ? Optional.empty() : scene.hit(view.sceneX(x), view.sceneY(y));
  }

  /** The place with the keyboard's focus. */
  Optional<HitRegion> focus() {
    return cursor == null ? Optional.empty() : cursor.current();
  }

  void point(int x, int y) {
    if (cursor != null) {
      cursor.moveTo(view.sceneX(x), view.sceneY(y));
      redraw();
    }
  }

  void step(SceneCursor.Step step) {
    if (cursor != null) {
      cursor.step(step);
      focus().ifPresent(region -> {
        Point size = getSize();
        view = view.showing(region.bounds(), size.x, size.y);
        setToolTipText(region.tooltip());
      });
      getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
      redraw();
    }
  }

  void unfocus() {
    if (cursor != null) {
      cursor.clear();
      redraw();
    }
  }

  void select(HitRegion region) {
    region.selection().ifPresent(s -> List.copyOf(listeners).forEach(l -> l.accept(s)));
    Event event = new Event();
    event.data = region.selection().orElse(null);
    notifyListeners(SWT.Selection, event);
  }

  void zoom(double factor, double x, double y) {
    if (scene != null) {
      fitted = false;
      view = view.zoomed(factor, x, y);
      redraw();
    }
  }

  void drag(double dx, double dy) {
    if (scene != null) {
      fitted = false;
      view = view.moved(dx, dy);
      redraw();
    }
  }

  private void resized() {
    if (scene != null && (fitted || view == null)) {
      Point size = getSize();
      view = Viewport.fit(scene.width(), scene.height(), Math.max(1, size.x), Math.max(1, size.y));
    }
    redraw();
  }

  private void paint(GC gc) {
    Point size = getSize();
    ground(gc, size.x, size.y);
    if (scene == null) {
      return;
    }
    new ScenePainter(gc, theme(), images, fonts).paint(scene.items(), view);
    if (!marks.isEmpty()) {
      new ScenePainter(gc, theme(), images, fonts).paint(marks, view);
    }
    if (isFocusControl()) {
      focus().ifPresent(r -> ring(gc, r));
    }
  }

  private void ground(GC gc, int width, int height) {
    gc.setBackground(getBackground());
    gc.fillRectangle(0, 0, width, height);
  }

  private void ring(GC gc, HitRegion region) {
    Rectangle r = ScenePainter.enclosing(view.seen(region.bounds()));
    gc.setForeground(getForeground());
    gc.setLineWidth(FOCUS_WIDTH);
    gc.setLineStyle(SWT.LINE_SOLID);
    gc.drawRectangle(r.x - FOCUS_WIDTH, r.y - FOCUS_WIDTH, r.width + 2 * FOCUS_WIDTH, r.height + 2 * FOCUS_WIDTH);
    gc.setForeground(getBackground());
    gc.setLineWidth(1);
    gc.drawRectangle(r.x, r.y, r.width, r.height);
  }
}
