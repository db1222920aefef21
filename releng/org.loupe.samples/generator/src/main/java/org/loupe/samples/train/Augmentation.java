/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.train;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.loupe.samples.data.Example;
import org.loupe.samples.data.Scaling;
import org.loupe.samples.picture.PicturePainter;

/** Variation of pictures while training: shifted, mirrored, lighter or darker, with grey patches at random places. */
final class Augmentation {
  private static final int SIZE = PicturePainter.SIZE;
  private static final int MOST_SHIFT = 8;
  private static final int MOST_PATCHES = 5;

  private final RandomGenerator random;

  Augmentation(RandomGenerator random) {
    this.random = random;
  }

  /** Writes [3, SIZE, SIZE] at an offset. */
  void write(Example example, float[] to, int offset) {
    int dx = random.nextInt(-MOST_SHIFT, MOST_SHIFT + 1);
    int dy = random.nextInt(-MOST_SHIFT, MOST_SHIFT + 1);
    boolean mirror = random.nextBoolean();
    float gain = random.nextFloat(0.85f, 1.15f);
    float lift = random.nextFloat(-0.2f, 0.2f);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < SIZE; y++) {
        int row = (c * SIZE + Math.clamp(y + dy, 0, SIZE - 1)) * SIZE;
        for (int x = 0; x < SIZE; x++) {
          int column = Math.clamp((mirror ? SIZE - 1 - x : x) + dx, 0, SIZE - 1);
          to[offset + (c * SIZE + y) * SIZE + x] = Scaling.toInput(example.pixels()[row + column] & 255) * gain + lift;
        }
      }
    }
    patches(to, offset);
  }

  private void patches(float[] to, int offset) {
    int count = random.nextInt(MOST_PATCHES + 1);
    for (int i = 0; i < count; i++) {
      int side = random.nextInt(10, 30);
      int left = random.nextInt(SIZE);
      int top = random.nextInt(SIZE);
      int right = Math.min(SIZE, left + side);
      for (int c = 0; c < 3; c++) {
        for (int y = top; y < Math.min(SIZE, top + side); y++) {
          int row = offset + (c * SIZE + y) * SIZE;
          Arrays.fill(to, row + left, row + right, 0);
        }
      }
    }
  }
}
