/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A clock of the thread that reads it, which stands still while others keep the processor from it: it goes on while the
 * thread computes, and while it sleeps, waits for a lock, or for a file or a process, since whoever looks at the
 * screen waits then too. What it leaves out is the time in which the thread could run but stood in the queue for a
 * processor, which Linux counts for each thread ({@code schedstat}), and the pauses of the garbage collector. Where
 * there is no such count, it is the clock on the wall.
 */
final class OwnTime {
  private static final Path COUNTS = Path.of("/proc/thread-self/schedstat");
  private static final double NANOS = 1e6;
  private static final int TRIES = 100;

  private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
  private final boolean counted = Files.isReadable(COUNTS);

  /** Milliseconds from some beginning. */
  double millis() {
    double before = queued();
    double now = System.nanoTime() / NANOS;
    // whoever has to queue between the two readings would get a time and a count that do not belong together
    for (int i = 0; i < TRIES && queued() != before; i++) {
      before = queued();
      now = System.nanoTime() / NANOS;
    }
    return now - before - pauses();
  }

  /** Milliseconds that the thread has stood in the queue for a processor since it was started. */
  double queued() {
    if (!counted) {
      return 0;
    }
    try {
      // time on a processor, time in the queue, both in nanoseconds, and how often it ran
      return Long.parseLong(Files.readString(COUNTS).split("\\s+")[1]) / NANOS;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private double pauses() {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }
}
