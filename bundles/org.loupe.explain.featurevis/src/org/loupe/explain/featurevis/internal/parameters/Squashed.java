/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

import java.util.random.RandomGenerator;
import org.loupe.explain.featurevis.internal.bands.Bands;

/** Numbers without limits turned into ones between black and white by a sigmoid. */
public final class Squashed implements Parameters {
  private final Parameters inner;
  private final double black;
  private final double span;
  private final double[] share;

  public Squashed(Parameters inner, int size, double black, double white) {
    this.inner = inner;
    this.black = black;
    this.span = white - black;
    this.share = new double[size];
  }

  @Override
  public double[] values() {
    return inner.values();
  }

  @Override
  public void start(RandomGenerator random, double noise) {
    inner.start(random, noise);
  }

  @Override
  public void picture(double[] out) {
    inner.picture(out);
    Bands.run(share.length, 1, (from, to) -> {
      for (int i = from; i < to; i++) {
        share[i] = 1 / (1 + Math.exp(-out[i]));
        out[i] = black + span * share[i];
      }
    });
  }

  @Override
  public void pullBack(double[] byPicture, double[] out) {
    Bands.run(share.length, 1, (from, to) -> {
      for (int i = from; i < to; i++) {
        byPicture[i] *= span * share[i] * (1 - share[i]);
      }
    });
    inner.pullBack(byPicture, out);
  }
}
