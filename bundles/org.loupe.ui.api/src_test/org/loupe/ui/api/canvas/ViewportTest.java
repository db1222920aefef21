/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.loupe.scene.Rect;

class ViewportTest {
  @Test
  void fitShowsAllInTheMiddle() {
    Viewport v = Viewport.fit(200, 100, 400, 400);
    assertEquals(2, v.scale());
    assertEquals(new Rect(0, 100, 400, 200), v.seen(new Rect(0, 0, 200, 100)));
  }

  @Test
  void pointUnderThePointerStaysWhenZooming() {
    Viewport v = new Viewport(1.5, 30, -20);
    Viewport zoomed = v.zoomed(1.7, 77, 33);
    assertEquals(v.sceneX(77), zoomed.sceneX(77), 1e-9);
    assertEquals(v.sceneY(33), zoomed.sceneY(33), 1e-9);
    assertEquals(1.5 * 1.7, zoomed.scale(), 1e-12);
  }

  @Test
  void zoomHasLimits() {
    Viewport v = new Viewport(1, 0, 0);
    assertEquals(Viewport.LARGEST, v.zoomed(1e9, 5, 5).scale());
    assertEquals(Viewport.SMALLEST, v.zoomed(1e-9, 5, 5).scale());
  }

  @Test
  void showingMovesNoFurtherThanNeeded() {
    Viewport v = new Viewport(1, 0, 0);
    assertEquals(v, v.showing(new Rect(10, 10, 5, 5), 100, 100));
    assertEquals(new Viewport(1, -15, 0), v.showing(new Rect(100, 10, 15, 5), 100, 100));
    assertEquals(new Viewport(1, 0, 40), v.showing(new Rect(10, -40, 5, 5), 100, 100));
  }

  @Test
  void whatIsLargerThanTheAreaIsShownFromItsBeginning() {
    Viewport v = new Viewport(1, 0, 0).showing(new Rect(50, 0, 300, 5), 100, 100);
    assertEquals(0, v.seen(new Rect(50, 0, 300, 5)).x(), 1e-9);
  }
}
