/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.resample;

/** What happens when a picture shrinks, and how pixels are rounded. */
public enum Mode {
  /** The filter keeps its width, so shrinking skips pixels; beyond the border the edge pixel repeats. */
  PLAIN,
  /** When shrinking, the filter is widened to cover what is dropped; at the border it is cut and normalised. */
  ANTIALIAS,
  /**
   * As {@link #ANTIALIAS}, for pixels of whole numbers from 0 to 255, with the rounding of the Pillow library: weights
   * of 22 fractional bits, columns before rows, each step rounded and clipped to 8 bits. Bit-equal to
   * {@code Image.resize} for 8-bit pictures.
   */
  PILLOW_8BIT
}
