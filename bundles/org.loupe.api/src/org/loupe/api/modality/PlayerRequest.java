/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.modality;

import java.util.List;

/** Which parts of an input a method wants; superpixels, words and groups follow with the methods that need them. */
public sealed interface PlayerRequest permits PlayerRequest.Windows {
  /**
   * A window slid over the input's grid, covering all channels.
   *
   * @param size extent along each axis of the grid, outermost first; one number for all of them; empty for automatic
   * @param stride step, likewise; empty for automatic
   * @param border what happens to the last window where windows and steps do not add up to the extent
   */
  record Windows(List<Integer> size, List<Integer> stride, Border border) implements PlayerRequest {
    public Windows {
      size = List.copyOf(size);
      stride = List.copyOf(stride);
    }
  }

  /** The last window where windows and steps do not add up to the extent; all elements are covered either way. */
  enum Border {
    /** It keeps its step and is cut off at the border, so it is smaller than the others. */
    CROP,
    /** It keeps its size and moves back to the border, so its last step is shorter. */
    CLAMP
  }
}
