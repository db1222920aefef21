/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.properties;

import org.loupe.api.Progress;
import org.loupe.math.tensor.Tensor;

/**
 * Numbers of a tensor to look at: all of them, or blocks at equal distances where there are very many.
 *
 * @param values in the tensor's order
 * @param whole whether these are all
 */
public record WeightSample(double[] values, boolean whole) {
  private static final int MOST = 1 << 22;
  private static final int BLOCK = 1 << 12;

  /** All, or some millions of them. @throws java.util.concurrent.CancellationException when cancelled */
  public static WeightSample of(Tensor tensor, Progress progress) {
    return of(tensor, MOST, progress);
  }

  /** @param most a multiple of 4096, at least twice that */
  public static WeightSample of(Tensor tensor, int most, Progress progress) {
    long size = tensor.size();
    boolean whole = size <= most;
    double[] values = new double[(int) Math.min(size, most)];
    int blocks = (values.length + BLOCK - 1) / BLOCK;
    double[] block = new double[BLOCK];
    for (int b = 0; b < blocks; b++) {
      progress.check();
      int at = b * BLOCK;
      int length = Math.min(BLOCK, values.length - at);
      double[] into = length == BLOCK ? block : new double[length];
      // the last block ends with the tensor
      long from = whole ? at : (long) ((double) (size - BLOCK) * b / (blocks - 1));
      tensor.copyTo(from, into);
      System.arraycopy(into, 0, values, at, length);
    }
    return new WeightSample(values, whole);
  }
}
