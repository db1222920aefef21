/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Widget;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientCoverage.Status;
import org.loupe.core.model.ModelLease;

/** How each layer of a model can be differentiated: a word, a colour, and a reason where it cannot. */
final class LayerGradients {
  private static final int SIDE = 10;
  private final Map<String, GradientCoverage.Layer> layers = new HashMap<>();
  private final Map<Status, Image> squares = new EnumMap<>(Status.class);

  /** Asks the engine, outside the UI thread; empty if it gives no gradients. */
  static Optional<GradientCoverage> ask(ModelLease lease, Progress progress) throws LoupeException {
    try (ModelLease own = lease.share()) {
      Optional<Differentiable> facet = own.facet(Differentiable.class);
      return facet.isEmpty() ? Optional.empty()
          : Optional.of(facet.get().coverage(Differentiable.PLAIN, progress));
    } catch (IllegalStateException e) {
      // The editor was closed meanwhile, and its lease with it.
      throw (CancellationException) new CancellationException().initCause(e);
    }
  }

  void show(GradientCoverage coverage) {
    coverage.layers().forEach(l -> layers.put(l.id(), l));
  }

  /** Empty as long as nothing is known. */
  String text(String layer) {
    GradientCoverage.Layer found = layers.get(layer);
    return found == null ? "" : switch (found.status()) {
      case EXACT -> Messages.LayersPage_exact;
      case SURROGATE -> Messages.LayersPage_surrogate;
      case NONE -> Messages.LayersPage_noRule;
      case NOT_NEEDED -> Messages.LayersPage_notNeeded;
    };
  }

  /** What a layer's rule cannot do; empty if it can, or there is none. */
  String reason(String layer) {
    GradientCoverage.Layer found = layers.get(layer);
    return found == null ? "" : found.reason();
  }

  /** A square in the colour that the command line has for it, too; null as long as nothing is known. */
  Image image(String layer, Widget owner) {
    GradientCoverage.Layer found = layers.get(layer);
    return found == null ? null : squares.computeIfAbsent(found.status(), s -> square(s, owner));
  }

  private static Image square(Status status, Widget owner) {
    Image image = new Image(owner.getDisplay(), SIDE, SIDE);
    GC gc = new GC(image);
    gc.setBackground(switch (status) {
      case EXACT -> new Color(46, 158, 91);
      case SURROGATE -> new Color(217, 164, 0);
      case NONE -> new Color(209, 69, 59);
      case NOT_NEEDED -> new Color(150, 150, 150);
    });
    gc.fillRectangle(0, 0, SIDE, SIDE);
    gc.dispose();
    owner.addListener(SWT.Dispose, e -> image.dispose());
    return image;
  }

  /** From the worst to the best, so that sorting shows first what is in the way. */
  int rank(String layer) {
    GradientCoverage.Layer found = layers.get(layer);
    return found == null ? Status.values().length
        : Arrays.asList(Status.NONE, Status.SURROGATE, Status.EXACT, Status.NOT_NEEDED).indexOf(found.status());
  }
}
