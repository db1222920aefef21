/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.input;

import java.util.Optional;
import org.loupe.api.subject.SpatialAxes;

/** Where a tensor of four axes keeps its grid. */
public enum GridLayout {
  /** Channels before rows and columns. */
  NCHW,
  /** Channels after rows and columns. */
  NHWC;

  /** Least height and width for which an undeclared layout is taken for a grid. */
  private static final int LEAST = 8;

  public SpatialAxes axes() {
    return this == NCHW ? SpatialAxes.NCHW : SpatialAxes.NHWC;
  }

  /**
   * The layout that extents tell: four axes of which the second or the last is 1, 3 or 4 channels, and the remaining
   * two at least 8 or open. Where both would do, NCHW.
   *
   * @param dims extents, outermost first; -1 for an open one
   */
  public static Optional<GridLayout> guess(long... dims) {
    return guess(LEAST, dims);
  }

  /** As {@link #guess}, for four axes that are known to be a picture, however small. */
  public static Optional<GridLayout> ofPicture(long... dims) {
    return guess(1, dims);
  }

  private static Optional<GridLayout> guess(int least, long... dims) {
    if (dims.length != 4) {
      return Optional.empty();
    }
    if (channels(dims[1]) && extent(dims[2], least) && extent(dims[3], least)) {
      return Optional.of(NCHW);
    }
    return channels(dims[3]) && extent(dims[1], least) && extent(dims[2], least) ? Optional.of(NHWC)
        : Optional.empty();
  }

  private static boolean channels(long d) {
    return d == 1 || d == 3 || d == 4;
  }

  private static boolean extent(long d, int least) {
    return d == -1 || d >= least;
  }
}
