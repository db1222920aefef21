/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Event;
import org.loupe.ui.graph.layout.Box;

/** The keyboard on the canvas, and what is said to those who do not see it. */
final class Keys {
  private final GraphCanvas canvas;
  private final GraphActions actions;

  Keys(GraphCanvas canvas, GraphActions actions) {
    this.canvas = canvas;
    this.actions = actions;
    canvas.control().addListener(SWT.KeyDown, this::key);
    canvas.control().addListener(SWT.Traverse,
        e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    canvas.control().addListener(SWT.FocusIn, e -> canvas.control().redraw());
    canvas.control().addListener(SWT.FocusOut, e -> canvas.control().redraw());
    access();
  }

  private void key(Event e) {
    switch (e.keyCode) {
      case SWT.ARROW_DOWN -> step(Steps::down);
      case SWT.ARROW_UP -> step(Steps::up);
      case SWT.ARROW_LEFT -> step(Steps::left);
      case SWT.ARROW_RIGHT -> step(Steps::right);
      case SWT.HOME -> go(steps().flatMap(Steps::first));
      case SWT.END -> go(steps().flatMap(Steps::last));
      case SWT.CR, SWT.KEYPAD_CR, ' ' -> canvas.selectedBox().ifPresent(b -> actions.toggle(b.item()));
      case SWT.F3 -> actions.nextMatch((e.stateMask & SWT.SHIFT) == 0);
      case SWT.KEYPAD_ADD -> canvas.zoomIn();
      case SWT.KEYPAD_SUBTRACT -> canvas.zoomOut();
      default -> character(e);
    }
  }

  private void character(Event e) {
    if (e.stateMask == SWT.MOD1 && e.keyCode == 'c') {
      actions.copyName();
      return;
    }
    switch (e.character) {
      case '+', '=' -> canvas.zoomIn();
      case '-' -> canvas.zoomOut();
      case '0' -> canvas.fit();
      case '1' -> canvas.fullSize();
      case '/' -> actions.search();
      default -> {
      }
    }
  }

  private Optional<Steps> steps() {
    return canvas.drawing().map(Steps::new);
  }

  private void step(BiFunction<Steps, Box, Optional<Box>> direction) {
    go(steps().flatMap(s -> canvas.selectedBox().map(b -> direction.apply(s, b)).orElseGet(s::first)));
  }

  private void go(Optional<Box> box) {
    box.ifPresent(b -> {
      actions.select(b.item(), true);
      canvas.control().getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    });
  }

  private void access() {
    canvas.control().getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = Messages.Keys_name;
      }

      @Override
      public void getDescription(AccessibleEvent e) {
        e.result = canvas.selectedBox().map(actions::describe).orElse(Messages.Keys_nothing);
      }
    });
    canvas.control().getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
      @Override
      public void getRole(AccessibleControlEvent e) {
        e.detail = ACC.ROLE_GRAPHIC;
      }
    });
  }
}
