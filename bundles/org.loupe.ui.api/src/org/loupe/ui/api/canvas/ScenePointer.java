/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.loupe.scene.HitRegion;

/**
 * The mouse on a canvas: hover tells, a click selects, dragging moves, the wheel zooms with Ctrl, a double click fits.
 */
final class ScenePointer {
  private static final double WHEEL_STEP = 1.15;
  private static final int DRAG_DISTANCE = 4;

  private final SceneCanvas canvas;
  private Point pressed;
  private boolean dragging;

  ScenePointer(SceneCanvas canvas) {
    this.canvas = canvas;
    canvas.addListener(SWT.MouseMove, this::move);
    canvas.addListener(SWT.MouseDown, this::down);
    canvas.addListener(SWT.MouseUp, this::up);
    canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    canvas.addListener(SWT.MouseDoubleClick, e -> canvas.fit());
  }

  private void move(Event e) {
    if (pressed != null && (dragging || far(e))) {
      dragging = true;
      canvas.drag(e.x - pressed.x, e.y - pressed.y);
      pressed = new Point(e.x, e.y);
      return;
    }
    String tip = canvas.hit(e.x, e.y).map(HitRegion::tooltip).filter(t -> !t.isEmpty()).orElse(null);
    if (!java.util.Objects.equals(tip, canvas.getToolTipText())) {
      canvas.setToolTipText(tip);
    }
  }

  private boolean far(Event e) {
    return Math.abs(e.x - pressed.x) + Math.abs(e.y - pressed.y) > DRAG_DISTANCE;
  }

  private void down(Event e) {
    canvas.setFocus();
    if (e.button == 1) {
      pressed = new Point(e.x, e.y);
      dragging = false;
    }
  }

  private void up(Event e) {
    boolean click = pressed != null && !dragging;
    pressed = null;
    dragging = false;
    if (e.button == 1 && click) {
      canvas.point(e.x, e.y);
      canvas.hit(e.x, e.y).ifPresent(canvas::select);
    }
  }

  private void wheel(Event e) {
    if ((e.stateMask & SWT.MOD1) != 0) {
      canvas.zoom(e.count > 0 ? WHEEL_STEP : 1 / WHEEL_STEP, e.x, e.y);
      e.doit = false;
    }
  }
}
