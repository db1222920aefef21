/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.loupe.api.LoupeException;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/** A canvas whose scene is drawn to its size, in the background, and drawn again when the size changes. */
final class FittedScene {
  private static final int PAUSE = 80;

  private final SceneCanvas canvas;
  private final Recomputation drawing;
  private Source source;
  private Point drawn = new Point(0, 0);

  /** Draws to a size. */
  @FunctionalInterface
  interface Source {
    Scene draw(double width, double height);
  }

  FittedScene(Composite parent) {
    canvas = new SceneCanvas(parent, SWT.NONE);
    drawing = new Recomputation(canvas);
    canvas.addListener(SWT.Resize, e -> {
      if (source != null && !canvas.getSize().equals(drawn)) {
        draw(PAUSE);
      }
    });
  }

  SceneCanvas canvas() {
    return canvas;
  }

  void onSelection(Consumer<Selection> listener) {
    canvas.onSelection(listener);
  }

  /** Shows something else; null shows nothing. */
  void show(Source next) {
    source = next;
    if (next == null) {
      drawing.cancel();
      canvas.setScene(null);
    } else {
      draw(0);
    }
  }

  private void draw(int pause) {
    Point size = canvas.getSize();
    if (size.x < 2 || size.y < 2) {
      return;
    }
    drawn = size;
    Source what = source;
    drawing.start(Messages.FittedScene_job, pause, p -> what.draw(size.x, size.y), new Outcome<Scene>() {
      @Override
      public void done(Scene scene) {
        canvas.setScene(scene);
        canvas.fit();
      }

      @Override
      public void failed(LoupeException reason) {
        SceneBuilder words = new SceneBuilder(Math.max(200, size.x), Math.max(80, size.y));
        words.header(Messages.FittedScene_failed, reason.getMessage());
        canvas.setScene(words.build());
        canvas.fit();
      }
    });
  }
}
