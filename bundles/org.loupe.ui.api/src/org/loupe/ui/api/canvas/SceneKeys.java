/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** The keyboard on a canvas. Tab leaves it. */
final class SceneKeys {
  private static final double ZOOM_STEP = 1.25;

  private final SceneCanvas canvas;

  SceneKeys(SceneCanvas canvas) {
    this.canvas = canvas;
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addListener(SWT.Traverse, SceneKeys::traverse);
    canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
    canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
  }

  private void key(Event e) {
    boolean all = (e.stateMask & SWT.MOD1) != 0;
    switch (e.keyCode) {
      case SWT.ARROW_LEFT -> canvas.step(SceneCursor.Step.LEFT);
      case SWT.ARROW_RIGHT -> canvas.step(SceneCursor.Step.RIGHT);
      case SWT.ARROW_UP -> canvas.step(SceneCursor.Step.UP);
      case SWT.ARROW_DOWN -> canvas.step(SceneCursor.Step.DOWN);
      case SWT.HOME -> canvas.step(all ? SceneCursor.Step.FIRST : SceneCursor.Step.ROW_START);
      case SWT.END -> canvas.step(all ? SceneCursor.Step.LAST : SceneCursor.Step.ROW_END);
      case SWT.CR, SWT.KEYPAD_CR, ' ' -> canvas.focus().ifPresent(canvas::select);
      case SWT.ESC -> canvas.unfocus();
      case SWT.KEYPAD_ADD -> canvas.zoom(ZOOM_STEP);
      case SWT.KEYPAD_SUBTRACT -> canvas.zoom(1 / ZOOM_STEP);
      default -> character(e.character);
    }
  }

  private void character(char c) {
    switch (c) {
      case '+', '=' -> canvas.zoom(ZOOM_STEP);
      case '-' -> canvas.zoom(1 / ZOOM_STEP);
      case '0' -> canvas.fit();
      default -> {
      }
    }
  }

  private static void traverse(Event e) {
    e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS;
  }
}
