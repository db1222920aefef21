/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import org.eclipse.core.runtime.Platform;
import org.loupe.ui.api.canvas.TileGrid;

/**
 * Tells on the standard output how long after the forward run the channels of a layer are painted, if the option
 * {@code org.loupe.ui.activations/debug/paint} is set.
 */
final class PaintTrace {
  private static final boolean ON = Platform.getDebugBoolean("org.loupe.ui.activations/debug/paint");
  private static final double NANOS = 1e6;

  private volatile long ran;

  /** The model has given the layer. */
  void ran() {
    ran = System.nanoTime();
  }

  /** Waits for the grid that shows the layer. */
  void watch(TileGrid grid, Shown shown) {
    if (ON && shown.tiled()) {
      grid.oncePainted(() -> System.out.printf("painted %s %s after %.1f ms%n", shown.layer().id(),
          shown.maps().values().shape(), (System.nanoTime() - ran) / NANOS));
    }
  }
}
