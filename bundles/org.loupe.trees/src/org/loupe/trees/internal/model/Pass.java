/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.model;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.tree.Link;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** One forward pass: blocks of rows, on several threads where there are many. */
final class Pass {
  private static final int BLOCK = 128;

  private final Content content;
  private final Tensor rows;
  private final int count;
  private final Map<String, ByteBuffer> values = new HashMap<>();

  Pass(Content content, Tensor rows, List<String> wanted) throws LoupeException {
    this.content = content;
    this.rows = rows;
    count = (int) Math.min(rows.shape().dim(0), Integer.MAX_VALUE);
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
    IntStream blocks = IntStream.range(0, (int) ((count + BLOCK - 1L) / BLOCK));
    (threads > 1 && count > BLOCK ? blocks.parallel() : blocks).forEach(b -> {
      progress.check();
      block(b * BLOCK, Math.min(count - b * BLOCK, BLOCK));
    });
  }

  private void block(int first, int size) {
    int columns = content.columns().size();
    boolean single = content.type() == ElementType.FLOAT32;
    double[] row = new double[columns];
    double[] margins = new double[content.outputs().size()];
    int[] leaves = new int[content.scorer().trees()];
    Link link = content.link();
    ByteBuffer margin = values.get(Describer.MARGIN);
    ByteBuffer answer = values.get(Describer.PREDICTION);
    ByteBuffer leaf = values.get(Describer.LEAF);
    for (int r = first; r < first + size; r++) {
      rows.copyTo((long) r * columns, row);
      if (margin != null || answer != null) {
        content.scorer().score(row, margins);
      }
      if (margin != null) {
        put(margin, single, r, margins);
      }
      if (answer != null) {
        put(answer, single, r, link.apply(margins));
      }
      if (leaf != null) {
        content.scorer().leaves(row, leaves);
        for (int t = 0; t < leaves.length; t++) {
          leaf.putInt((r * leaves.length + t) * Integer.BYTES, leaves[t]);
        }
      }
    }
  }

  /** Absolute writes, which threads may do at once. */
  private static void put(ByteBuffer into, boolean single, int row, double[] numbers) {
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
