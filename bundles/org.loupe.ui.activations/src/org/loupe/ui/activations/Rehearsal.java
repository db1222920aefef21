/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.toolkit.activation.LayerActivation;
import org.loupe.toolkit.activation.LayerValue;
import org.loupe.ui.activations.draw.LayerScene;

/**
 * Goes once through all that is computed for a layer, with made-up numbers that nobody sees, as soon as there is a
 * model: so the first layer that a user looks at does not wait for classes to be loaded and loops to be compiled.
 */
final class Rehearsal {
  private static final AtomicBoolean BEGUN = new AtomicBoolean();
  /** So many that the compiler takes notice of what is called once a channel. */
  private static final int CHANNELS = 300;
  private static final int SIDE = 16;
  private static final int TILES = 20;
  private static final int EXTENT = 300;

  private Rehearsal() {
  }

  /** Begins in the background, if it has not been done. */
  static void once() {
    if (BEGUN.compareAndSet(false, true)) {
      Job job = Job.createSystem("rehearsal", (ICoreRunnable) monitor -> rehearse());
      job.setPriority(Job.SHORT);
      job.schedule();
    }
  }

  private static void rehearse() {
    float[] numbers = new float[CHANNELS * SIDE * SIDE];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % SIDE - 1;
    }
    ArrayTensor values = ArrayTensor.of(Shape.of(1, CHANNELS, SIDE, SIDE), numbers);
    LayerInfo layer = new LayerInfo("", "", "Relu", List.of(), ValueSpec.tensor("", ElementType.FLOAT32), 0, "");
    try {
      LayerActivation activation = LayerActivation.of(
          new LayerValue(layer, values, new FeatureLayout(FeatureLayout.Kind.MAPS, 1, 2, 3), true),
          DecodedInput.plain("", values, ""), Optional.empty(), Progress.NONE);
      ChannelWords words = new ChannelWords(activation.maps(), activation.statistics().channels());
      int[] all = new int[CHANNELS];
      for (boolean dark : new boolean[] {false, true}) {
        MapTiles tiles = new MapTiles(activation.maps(), all, Optional.empty(), dark, words);
        for (int tile = 0; tile < TILES; tile++) {
          tiles.picture(tile, SIDE, Progress.NONE);
          tiles.label(tile);
          tiles.badge(tile);
        }
      }
      new LayerScene(activation, -1).draw(EXTENT, EXTENT);
    } catch (LoupeException e) {
      throw new IllegalStateException(e);
    }
  }
}
