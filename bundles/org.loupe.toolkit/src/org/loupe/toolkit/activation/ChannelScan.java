/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.List;
import org.loupe.api.Progress;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Reads tensors of one shape block by block and hands on pieces that belong to one channel each. */
final class ChannelScan {
  /** Elements of a block. */
  private static final int BLOCK = 1 << 17;

  private final Shape shape;
  private final int channels;
  /** Elements of a channel that lie side by side. */
  private final long inner;

  /** @param axis of channels; negative if all is one channel */
  ChannelScan(Shape shape, int axis) {
    this.shape = shape;
    this.channels = axis < 0 ? 1 : shape.intDim(axis);
    long side = axis < 0 ? shape.size() : 1;
    for (int a = axis + 1; axis >= 0 && a < shape.rank(); a++) {
      side *= shape.dim(a);
    }
    this.inner = Math.max(1, side);
  }

  int channels() {
    return channels;
  }

  /** Takes a part of a channel. */
  @FunctionalInterface
  interface Piece {
    /**
     * @param blocks a block of each tensor; the piece has the same place in all
     * @param from place of its first element
     * @param step from one element to the next
     * @param end one past the last place
     */
    void take(int channel, double[][] blocks, int from, int step, int end);
  }

  /** @throws java.util.concurrent.CancellationException when {@code progress} was cancelled */
  void forEach(List<Tensor> tensors, Progress progress, Piece piece) {
    long size = shape.size();
    double[][] blocks = new double[tensors.size()][(int) Math.min(BLOCK, size)];
    for (long start = 0; start < size; start += BLOCK) {
      progress.check();
      int count = (int) Math.min(BLOCK, size - start);
      for (int t = 0; t < blocks.length; t++) {
        if (blocks[t].length != count) {
          blocks[t] = new double[count];
        }
        tensors.get(t).copyTo(start, blocks[t]);
      }
      if (inner == 1) {
        interleaved(blocks, start, count, piece);
      } else {
        runs(blocks, start, count, piece);
      }
    }
  }

  private void interleaved(double[][] blocks, long start, int count, Piece piece) {
    int phase = (int) (start % channels);
    for (int i = 0; i < Math.min(channels, count); i++) {
      piece.take((phase + i) % channels, blocks, i, channels, count);
    }
  }

  private void runs(double[][] blocks, long start, int count, Piece piece) {
    int at = 0;
    while (at < count) {
      long flat = start + at;
      int end = (int) Math.min(count, at + inner - flat % inner);
      piece.take((int) (flat / inner % channels), blocks, at, 1, end);
      at = end;
    }
  }
}
