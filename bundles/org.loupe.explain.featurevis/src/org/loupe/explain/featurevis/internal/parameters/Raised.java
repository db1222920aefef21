/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

import java.util.random.RandomGenerator;

/** Numbers around 0 turned into ones around the grey of each channel. */
public final class Raised implements Parameters {
  private final Parameters inner;
  private final double[] greys;
  private final int plane;

  /** @param greys one for each channel @param plane pixels of a channel */
  public Raised(Parameters inner, double[] greys, int plane) {
    this.inner = inner;
    this.greys = greys;
    this.plane = plane;
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
    for (int c = 0; c < greys.length; c++) {
      double grey = greys[c];
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        out[i] += grey;
      }
    }
  }

  @Override
  public void pullBack(double[] byPicture, double[] out) {
    inner.pullBack(byPicture, out);
  }
}
