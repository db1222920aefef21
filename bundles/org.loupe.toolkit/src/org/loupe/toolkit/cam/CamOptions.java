/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

/**
 * What becomes of a sum of channels.
 *
 * @param relu whether negative values become 0
 * @param upsample how it is brought to the size of the input
 * @param scale how it is scaled at the end
 */
public record CamOptions(boolean relu, Upsample upsample, Scale scale) {
  /** To the size of the input. */
  public enum Upsample {
    /** Bilinear, half-pixel centres, edges repeated. */
    BILINEAR,
    /** The layer's own size. */
    NONE
  }

  /** Of each map by itself. */
  public enum Scale {
    /** Units of the score. */
    NONE,
    /** Divided by the maximum. */
    MAX,
    /** The minimum becomes 0 and the maximum 1. */
    MIN_MAX
  }
}
