/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

import java.util.random.RandomGenerator;

/** The pixels themselves, from uniform noise around a number of each channel. */
public final class PixelParameters implements Parameters {
  private final double[] values;
  private final double[] centres;
  private final int plane;

  /** @param centres one for each channel @param plane pixels of a channel */
  public PixelParameters(double[] centres, int plane) {
    values = new double[Math.multiplyExact(centres.length, plane)];
    this.centres = centres;
    this.plane = plane;
  }

  @Override
  public double[] values() {
    return values;
  }

  @Override
  public void start(RandomGenerator random, double noise) {
    for (int i = 0; i < values.length; i++) {
      values[i] = centres[i / plane] + noise * (2 * random.nextDouble() - 1);
    }
  }

  @Override
  public void picture(double[] out) {
    System.arraycopy(values, 0, out, 0, values.length);
  }

  @Override
  public void pullBack(double[] byPicture, double[] out) {
    System.arraycopy(byPicture, 0, out, 0, out.length);
  }
}
