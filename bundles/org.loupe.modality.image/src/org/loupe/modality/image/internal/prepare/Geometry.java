/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.prepare;

import org.loupe.api.subject.Affine;

/**
 * How a picture is laid into a model's input: resized, then cut or padded at its centre.
 *
 * @param pictureWidth of the picture, in pixels
 * @param pictureHeight of the picture
 * @param resizedWidth after resizing
 * @param resizedHeight after resizing
 * @param width of the model's input
 * @param height of the model's input
 * @param left column of the resized picture that is the input's first; negative where the input is padded
 * @param top row of the resized picture that is the input's first; negative where the input is padded
 */
public record Geometry(int pictureWidth, int pictureHeight, int resizedWidth, int resizedHeight, int width, int height,
    int left, int top) {

  /** Cuts or pads the resized picture at its centre; halves are rounded to even, as torchvision's centre crop does. */
  static Geometry centred(int pictureWidth, int pictureHeight, int resizedWidth, int resizedHeight, int width,
      int height) {
    return new Geometry(pictureWidth, pictureHeight, resizedWidth, resizedHeight, width, height,
        offset(resizedWidth, width), offset(resizedHeight, height));
  }

  private static int offset(int resized, int wanted) {
    return wanted > resized ? -((wanted - resized) / 2) : (int) Math.rint((resized - wanted) / 2.0);
  }

  /** From the input's grid to the picture. */
  public Affine inputToPicture() {
    double x = (double) pictureWidth / resizedWidth;
    double y = (double) pictureHeight / resizedHeight;
    return new Affine(x, left * x, y, top * y);
  }
}
