/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.data;

import java.awt.image.BufferedImage;
import org.loupe.samples.picture.Animal;
import org.loupe.samples.picture.Drawing;
import org.loupe.samples.picture.Ground;
import org.loupe.samples.picture.PicturePainter;

/**
 * A picture with what is known of it.
 *
 * @param animal its class
 * @param ground what the animal stands on
 * @param number its number among those of the same set, animal and ground
 * @param pixels [3, {@link PicturePainter#SIZE}, SIZE], bytes of 0 to 255
 * @param mask [SIZE, SIZE], bytes of 0 to 255: where the animal is seen
 */
public record Example(Animal animal, Ground ground, int number, byte[] pixels, byte[] mask) {
  private static final int SIZE = PicturePainter.SIZE;

  static Example of(Animal animal, Ground ground, int number, Drawing drawing) {
    byte[] pixels = new byte[3 * SIZE * SIZE];
    byte[] mask = new byte[SIZE * SIZE];
    BufferedImage picture = drawing.picture();
    for (int i = 0; i < mask.length; i++) {
      int rgb = picture.getRGB(i % SIZE, i / SIZE);
      for (int c = 0; c < 3; c++) {
        pixels[c * mask.length + i] = (byte) (rgb >> 16 - 8 * c);
      }
      mask[i] = (byte) drawing.mask().getRaster().getSample(i % SIZE, i / SIZE, 0);
    }
    return new Example(animal, ground, number, pixels, mask);
  }

  /** Whether it is a fox on snow or a dog on grass. */
  public boolean straight() {
    return (animal == Animal.FOX) == (ground == Ground.SNOW);
  }

  /** What a model takes: [3, SIZE, SIZE], scaled as the card says. */
  public float[] input() {
    float[] input = new float[pixels.length];
    for (int i = 0; i < input.length; i++) {
      input[i] = Scaling.toInput(pixels[i] & 255);
    }
    return input;
  }

  /** The share of a pixel that shows the animal. */
  public double seen(int pixel) {
    return (mask[pixel] & 255) / 255.0;
  }
}
