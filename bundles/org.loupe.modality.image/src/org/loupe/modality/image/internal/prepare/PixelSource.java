/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.prepare;

/** A picture that gives its pixels a few rows at a time, so that large ones never lie in memory as floats. */
public interface PixelSource {
  int width();

  int height();

  /** 1 for grey, 3 for red, green, blue. */
  int channels();

  /** Whether pixels are finer than whole numbers from 0 to 255. */
  boolean deep();

  /**
   * Pixels of some rows.
   *
   * @param first first row
   * @param count how many
   * @param out receives [count, width, channels], each 0 to 255
   */
  void rows(int first, int count, float[] out);
}
