/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * A grid of small pictures of which only those in sight are made and painted, so that thousands do no harm. One tile is
 * selected, by pointer or keyboard (arrows, Page, Home, End); Enter or a double click opens it; +, -, 0 and the wheel
 * with Ctrl change the size.
 */
public final class TileGrid extends Canvas {
  private static final int DEFAULT_SIDE = 72;
  private static final int LEAST = 24;
  private static final int MOST = 512;

  private final TilePictures pictures = new TilePictures(this);
  private final TilePainter painter = new TilePainter(this, pictures);
  private final List<IntConsumer> selecting = new ArrayList<>();
  private final List<IntConsumer> opening = new ArrayList<>();
  private final List<Runnable> painted = new ArrayList<>();
  private Tiles tiles = Tiles.NONE;
  private TileLayout layout = TileLayout.of(0, 1, DEFAULT_SIDE, 0);
  private int defaultSide = DEFAULT_SIDE;
  private int side = DEFAULT_SIDE;
  private int selection = -1;
  private int top;
  private String name = "";

  public TileGrid(Composite parent, int style) {
    super(parent, style | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
    addListener(SWT.Paint, e -> paint(e.gc));
    addListener(SWT.Resize, e -> relayout());
    getVerticalBar().addListener(SWT.Selection, e -> scrollTo(getVerticalBar().getSelection()));
    new TilePointer(this);
    new TileKeys(this);
    TileAccess.install(this);
    relayout();
  }

  /** Shows other tiles, from the first one, with none selected. */
  public void setTiles(Tiles next) {
    checkWidget();
    tiles = next;
    painted.clear();
    selection = -1;
    top = 0;
    pictures.setTiles(next);
    setToolTipText(null);
    relayout();
    Rectangle area = getClientArea();
    if (area.width > 0 && area.height > 0 && isVisible()) {
      // pictures are on their way while the canvas still waits to be painted, perhaps a row larger
      pictures.want(layout.first(top), layout.end(top + area.height + layout.rowHeight()));
    }
    getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
  }

  public Tiles tiles() {
    return tiles;
  }

  /** What the grid is, for those who do not see it. */
  public void setName(String text) {
    name = text;
  }

  String name() {
    return name;
  }

  /** Makes a tile's picture anew, when it has changed. */
  public void refresh(int tile) {
    pictures.refresh(tile);
    redrawTile(tile);
  }

  /** Makes all pictures anew; those that are there stay until then. */
  public void refresh() {
    pictures.refreshAll();
    redraw();
  }

  /** Extent of a picture in pixels; also what 0 goes back to. */
  public void setTileSize(int pixels) {
    defaultSide = clamp(pixels);
    resizeTiles(defaultSide);
  }

  public int tileSize() {
    return side;
  }

  /** Larger or smaller pictures. */
  public void zoom(double factor) {
    resizeTiles((int) Math.round(side * factor));
  }

  /** Pictures of the size that the grid began with. */
  public void resetZoom() {
    resizeTiles(defaultSide);
  }

  /** The selected tile; -1 if none is. */
  public int selection() {
    return selection;
  }

  /** Selects a tile and brings it into sight, or none for -1; listeners are not told. */
  public void select(int tile) {
    checkWidget();
    int next = tile >= 0 && tile < tiles.count() ? tile : -1;
    if (next != selection) {
      redrawTile(selection);
      selection = next;
      redrawTile(selection);
      getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    }
    reveal();
  }

  /** Is told which tile the user selects. */
  public void onSelection(IntConsumer listener) {
    selecting.add(listener);
  }

  /** Is told which tile the user opens. */
  public void onOpen(IntConsumer listener) {
    opening.add(listener);
  }

  /** Is told once, after all tiles in sight were painted with their pictures; not if other tiles come before that. */
  public void oncePainted(Runnable listener) {
    painted.add(listener);
  }

  /** The place of a tile on the canvas, whether or not it is in sight. */
  public Rectangle bounds(int tile) {
    Rectangle r = layout.cell(tile);
    return new Rectangle(r.x, r.y - top, r.width, r.height);
  }

  @Override
  public Point computeSize(int widthHint, int heightHint, boolean changed) {
    int wide = widthHint == SWT.DEFAULT ? 4 * (side + TileLayout.GAP) : widthHint;
    int high = heightHint == SWT.DEFAULT ? 2 * layout.rowHeight() : heightHint;
    return new Point(wide, high);
  }

  /** As a user's selection. */
  void choose(int tile) {
    if (tile >= 0 && tile < tiles.count() && tile != selection) {
      select(tile);
      List.copyOf(selecting).forEach(l -> l.accept(tile));
    }
  }

  void open(int tile) {
    if (tile >= 0 && tile < tiles.count()) {
      List.copyOf(opening).forEach(l -> l.accept(tile));
    }
  }

  int at(int x, int y) {
    return layout.at(x, y + top);
  }

  /** All that there is to tell of a tile. */
  String tell(int tile) {
    String problem = pictures.problem(tile);
    return problem.isEmpty() ? tiles.tooltip(tile) : tiles.tooltip(tile) + "\n" + problem;
  }

  TileLayout layoutOfTiles() {
    return layout;
  }

  void redrawTile(int tile) {
    if (tile >= 0 && tile < tiles.count()) {
      Rectangle r = bounds(tile);
      int ring = TilePainter.RING + 1;
      redraw(r.x - ring, r.y - ring, r.width + 2 * ring, r.height + 2 * ring, false);
    }
  }

  boolean inSight(int tile) {
    return tile >= layout.first(top) && tile < layout.end(top + getClientArea().height);
  }

  private void resizeTiles(int pixels) {
    int next = clamp(pixels);
    if (next != side) {
      side = next;
      relayout();
      reveal();
    }
  }

  private static int clamp(int pixels) {
    return Math.max(LEAST, Math.min(MOST, pixels));
  }

  private void relayout() {
    Rectangle area = getClientArea();
    int anchor = layout.first(top);
    layout = TileLayout.of(tiles.count(), Math.max(1, area.width), side, painter.captionHeight());
    pictures.setPixels(side);
    ScrollBar bar = getVerticalBar();
    int page = Math.max(1, area.height);
    bar.setValues(0, 0, Math.max(page, layout.height()), page, Math.max(1, layout.rowHeight() / 2), page);
    bar.setVisible(layout.height() > page);
    scrollTo(anchor == 0 ? 0 : layout.picture(anchor).y - TileLayout.GAP);
  }

  private void scrollTo(int y) {
    int most = Math.max(0, layout.height() - getClientArea().height);
    top = Math.max(0, Math.min(y, most));
    getVerticalBar().setSelection(top);
    redraw();
  }

  private void reveal() {
    if (selection < 0) {
      return;
    }
    Rectangle cell = layout.cell(selection);
    int height = getClientArea().height;
    if (cell.y - TileLayout.GAP < top) {
      scrollTo(cell.y - TileLayout.GAP);
    } else if (cell.y + cell.height + TileLayout.GAP > top + height) {
      scrollTo(cell.y + cell.height + TileLayout.GAP - height);
    }
  }

  private void paint(GC gc) {
    int first = layout.first(top);
    int end = layout.end(top + getClientArea().height);
    // those that were made since are seen at once, not when the event loop comes to them
    List<Integer> taken = pictures.take();
    Rectangle area = getClientArea();
    if (!gc.getClipping().union(area).equals(gc.getClipping())) {
      taken.forEach(this::redrawTile);
    }
    pictures.want(first, end);
    painter.paint(gc, first, end);
    if (!painted.isEmpty() && pictures.complete(first, end)) {
      List<Runnable> told = List.copyOf(painted);
      painted.clear();
      told.forEach(Runnable::run);
    }
  }
}
