/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.data;

/** How pixels become the models' input: (pixel / 255 - mean) / std, so that 0 is a middle grey. */
public final class Scaling {
  public static final double DIVIDE = 255;
  public static final double MEAN = 0.5;
  public static final double STD = 0.25;

  private Scaling() {
  }

  /** @param pixel 0 to 255 */
  public static float toInput(int pixel) {
    return (float) ((pixel / DIVIDE - MEAN) / STD);
  }
}
