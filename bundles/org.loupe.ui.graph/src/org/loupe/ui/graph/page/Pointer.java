/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.loupe.ui.graph.layout.Box;

/** The mouse on the canvas: drag and scroll pan, Ctrl and scroll zooms, a click selects, a double click folds. */
final class Pointer {
  private static final double ZOOM_STEP = 1.15;
  private static final int SCROLL = 20;
  /** From how many pixels on a press is a drag and not a click. */
  private static final int STILL = 4;

  private final GraphCanvas canvas;
  private final GraphActions actions;
  private Event pressed;
  private boolean dragging;
  private boolean onMap;
  private Box pointed;

  Pointer(GraphCanvas canvas, GraphActions actions) {
    this.canvas = canvas;
    this.actions = actions;
    canvas.control().addListener(SWT.MouseDown, this::down);
    canvas.control().addListener(SWT.MouseMove, this::move);
    canvas.control().addListener(SWT.MouseUp, this::up);
    canvas.control().addListener(SWT.MouseDoubleClick, this::fold);
    canvas.control().addListener(SWT.MouseVerticalWheel, this::scroll);
    canvas.control().addListener(SWT.MouseHorizontalWheel, e -> {
      canvas.drag(e.count * SCROLL, 0);
      e.doit = false;
    });
  }

  private void down(Event e) {
    canvas.control().setFocus();
    if (e.button == 1) {
      pressed = e;
      dragging = false;
      onMap = canvas.onMap(e.x, e.y);
      if (onMap) {
        canvas.moveByMap(e.x, e.y);
      }
    } else if (e.button == 3) {
      canvas.at(e.x, e.y).ifPresent(b -> actions.select(b.item(), false));
    }
  }

  private void move(Event e) {
    if (pressed == null) {
      hover(e);
    } else if (onMap) {
      canvas.moveByMap(e.x, e.y);
    } else if (dragging || Math.abs(e.x - pressed.x) + Math.abs(e.y - pressed.y) > STILL) {
      canvas.drag(e.x - pressed.x, e.y - pressed.y);
      dragging = true;
      pressed = e;
      canvas.control().setCursor(canvas.control().getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
    }
  }

  private void up(Event e) {
    if (e.button == 1 && pressed != null) {
      if (!dragging && !onMap) {
        canvas.at(e.x, e.y).ifPresent(b -> actions.select(b.item(), false));
      }
      canvas.control().setCursor(null);
      pressed = null;
    }
  }

  private void fold(Event e) {
    if (e.button == 1) {
      canvas.at(e.x, e.y).ifPresent(b -> actions.toggle(b.item()));
    }
  }

  private void hover(Event e) {
    Optional<Box> box = canvas.at(e.x, e.y);
    if (box.orElse(null) != pointed) {
      pointed = box.orElse(null);
      canvas.control().setToolTipText(box.map(actions::describe).orElse(null));
    }
  }

  private void scroll(Event e) {
    if ((e.stateMask & SWT.MOD1) != 0) {
      canvas.zoom(Math.pow(ZOOM_STEP, Math.signum(e.count)), e.x, e.y);
    } else if ((e.stateMask & SWT.SHIFT) != 0) {
      canvas.drag(e.count * SCROLL, 0);
    } else {
      canvas.drag(0, e.count * SCROLL);
    }
    e.doit = false;
  }
}
