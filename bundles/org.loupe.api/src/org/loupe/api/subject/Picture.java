/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.subject;

/**
 * A picture as a person saw it, and where the model's input lies in it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb row by row, 0xAARRGGBB, not premultiplied; not to be written to
 * @param inputToPicture from the grid of the model's input to pixels of the picture (crop and letterbox undone)
 */
public record Picture(int width, int height, int[] argb, Affine inputToPicture) {
  public Picture {
    if (width < 1 || height < 1 || (long) width * height != argb.length) {
      throw new IllegalArgumentException(argb.length + " pixels for a picture of " + width + " x " + height);
    }
  }
}
