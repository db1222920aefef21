/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.nio.file.Path;
import org.loupe.graph.ModelFormatException;

/**
 * How much memory the structure of a model (nodes, names, attributes; not weights) may take, and how deep it may nest.
 * Keeps count while a file is read, so that no file can exhaust the heap or the stack.
 */
final class ReadLimits {
  static final int MAX_GRAPH_DEPTH = 64;
  /** Each nested graph is a node, an attribute and a graph message; a little more for types and tensors within. */
  private static final int MAX_MESSAGE_DEPTH = 3 * MAX_GRAPH_DEPTH + 16;
  private static final long SMALLEST = 32L << 20;

  private final long limit;
  private long used;

  ReadLimits(long limit) {
    this.limit = limit;
  }

  /** A quarter of the heap. */
  static ReadLimits ofHeap() {
    return new ReadLimits(Math.max(SMALLEST, Runtime.getRuntime().maxMemory() / 4));
  }

  /** Counts bytes that are about to be used, as an estimate that errs upwards. */
  void charge(Path file, long bytes) throws IOException {
    used += bytes;
    if (used > limit) {
      throw new ModelFormatException(file.getFileName() + " describes so many nodes and names that they would take more"
          + " than " + (limit >> 20) + " MiB: give Java more memory (-Xmx) if this is a real model");
    }
  }

  void checkMessageDepth(Path file, int depth) throws IOException {
    if (depth > MAX_MESSAGE_DEPTH) {
      throw tooDeep(file);
    }
  }

  void checkGraphDepth(Path file, int depth) throws IOException {
    if (depth > MAX_GRAPH_DEPTH) {
      throw tooDeep(file);
    }
  }

  private static ModelFormatException tooDeep(Path file) {
    return new ModelFormatException(file.getFileName() + " nests graphs or types more than " + MAX_GRAPH_DEPTH
        + " deep: no real model does, so the file is damaged or hostile");
  }
}
