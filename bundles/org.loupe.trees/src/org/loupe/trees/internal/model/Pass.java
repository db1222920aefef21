/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** One forward pass: blocks of rows, on several threads where there are many. */
final class Pass {
  private static final int MOST_ROWS = 128;
  private static final int MOST_VALUES = 1 << 18;

  private final Content content;
  private final Tensor rows;
  private final int count;
  private final int size;
  private final Map<String, ByteBuffer> values = new HashMap<>();

  Pass(Content content, Tensor rows, List<String> wanted) throws LoupeException {
    this.content = content;
    this.rows = rows;
    count = (int) Math.min(rows.shape().dim(0), Integer.MAX_VALUE);
    int widest = Math.max(content.columns().size(), Math.max(content.outputs().size(), content.scorer().trees()));
    size = Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / Math.max(1, widest)));
    for (String name : wanted) {
      try {
        values.put(name, ArrayTensor.allocate(type(name), shape(name)));
      } catch (IllegalArgumentException e) {
        throw LoupeException.badInput(name + " of " + rows.shape().dim(0) + " rows takes more than 2 GiB;"
            + " give fewer rows at once", e);
      }
    }
  }

  /** @throws java.util.concurrent.CancellationException when cancelled */
  void run(int threads, Progress progress) {
    IntStream blocks = IntStream.range(0, (int) ((count + size - 1L) / size));
    (threads > 1 ? blocks.parallel() : blocks).forEach(b -> {
      progress.check();
      block(b * size, Math.min(count - b * size, size));
    });
  }

  private void block(int first, int many) {
    int columns = content.columns().size();
    int outputs = content.outputs().size();
    double[] block = new double[many * columns];
    rows.copyTo((long) first * columns, block);
    ByteBuffer margin = values.get(Describer.MARGIN);
    ByteBuffer answer = values.get(Describer.PREDICTION);
    ByteBuffer leaf = values.get(Describer.LEAF);
    if (margin != null || answer != null) {
      double[] margins = new double[many * outputs];
      content.scorer().score(block, many, margins);
      for (int r = 0; r < many; r++) {
        double[] row = Arrays.copyOfRange(margins, r * outputs, (r + 1) * outputs);
        if (margin != null) {
          put(margin, first + r, row);
        }
        if (answer != null) {
          put(answer, first + r, content.link().apply(row));
        }
      }
    }
    if (leaf != null) {
      int[] leaves = new int[many * content.scorer().trees()];
      content.scorer().leaves(block, many, leaves);
      for (int i = 0; i < leaves.length; i++) {
        leaf.putInt((first * content.scorer().trees() + i) * Integer.BYTES, leaves[i]);
      }
    }
  }

  /** Absolute writes, which threads may do at once. */
  private void put(ByteBuffer into, int row, double[] numbers) {
    boolean single = content.type() == ElementType.FLOAT32;
    for (int k = 0; k < numbers.length; k++) {
      int at = row * numbers.length + k;
      if (single) {
        into.putFloat(at * Float.BYTES, (float) numbers[k]);
      } else {
        into.putDouble(at * Double.BYTES, numbers[k]);
      }
    }
  }

  Tensor value(String name) {
    return ArrayTensor.wrap(type(name), shape(name), values.get(name).duplicate().order(values.get(name).order()));
  }

  private ElementType type(String name) {
    return name.equals(Describer.LEAF) ? ElementType.INT32 : content.type();
  }

  private Shape shape(String name) {
    return Shape.of(rows.shape().dim(0),
        name.equals(Describer.LEAF) ? content.scorer().trees() : content.outputs().size());
  }
}
