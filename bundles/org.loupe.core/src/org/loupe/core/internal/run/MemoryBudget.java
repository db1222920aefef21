/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.Tensor;

/** How many variants of an input fit into memory at once. */
public final class MemoryBudget {
  /** More at once are not faster, and cancel later. */
  private static final int LARGEST_BATCH = 64;
  /** The variants, their stack, and what the engine holds of it. */
  private static final int COPIES_OF_INPUT = 4;
  /** An engine holds a layer's inputs and outputs, and room to work. */
  private static final int LAYERS_ALIVE = 4;
  private static final long LEAST_AUTOMATIC = 256L << 20;
  private static final long MOST_AUTOMATIC = 1L << 30;
  private final long bytes;

  /** @param bytes budget; 0 is automatic: a quarter of the Java heap, but 256 MiB to 1 GiB */
  public MemoryBudget(long bytes) {
    this.bytes = bytes > 0 ? bytes
        : Math.clamp(Runtime.getRuntime().maxMemory() / 4, LEAST_AUTOMATIC, MOST_AUTOMATIC);
  }

  /** A request's own budget; this one if it has none. */
  public MemoryBudget or(long requested) {
    return requested > 0 ? new MemoryBudget(requested) : this;
  }

  /** A power of two from 1 to 64, so that a little more memory elsewhere gives the same bits. */
  public int batchSize(ModelDescription model, Map<String, Tensor> subject) {
    long item = Math.max(1, itemBytes(model, subject));
    return Integer.highestOneBit(Math.clamp(bytes / item, 1, LARGEST_BATCH));
  }

  /**
   * As {@link #batchSize} for gradients, which need every layer's value until the way back has passed it.
   */
  public int gradientBatchSize(ModelDescription model, Map<String, Tensor> subject) {
    long layers = 0;
    for (LayerInfo layer : model.layers()) {
      layers = add(layers, bytes(layer.output()));
    }
    long item = Math.max(1, add(itemBytes(model, subject), layers));
    return Integer.highestOneBit(Math.clamp(bytes / item, 1, LARGEST_BATCH));
  }

  private static long itemBytes(ModelDescription model, Map<String, Tensor> subject) {
    long inputs = 0;
    for (Tensor t : subject.values()) {
      inputs = add(inputs, times(t.size(), Math.max(1, t.type().bytes())));
    }
    List<Long> layers = model.layers().stream().map(LayerInfo::output).map(MemoryBudget::bytes)
        .sorted(Comparator.reverseOrder()).toList();
    long largest = layers.isEmpty() ? inputs : layers.get(0);
    return add(times(inputs, COPIES_OF_INPUT), times(largest, LAYERS_ALIVE));
  }

  /** Of one item, as far as the declared shape tells. */
  private static long bytes(ValueSpec value) {
    long size = value.type().map(t -> (long) Math.max(1, t.bytes())).orElse(4L);
    for (Dimension d : value.dims().orElse(List.of())) {
      size = d.known() ? times(size, d.size()) : size;
    }
    return size;
  }

  private static long times(long a, long b) {
    return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
  }

  private static long add(long a, long b) {
    return a + b >= 0 ? a + b : Long.MAX_VALUE;
  }
}
