/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The heartbeat sees whatever keeps the UI thread, and nothing that others do. */
class HeartbeatTest {
  private static final int LONG = 150;
  private static final int SHORT = 40;
  private static final double LIMIT = 100;

  /** Milliseconds of the longest turn of the event loop in which something was done. */
  private static double beat(Runnable action) {
    try (Heartbeat heartbeat = new Heartbeat()) {
      heartbeat.step("step", action, () -> true);
      return heartbeat.longest().get("step").millis();
    }
  }

  /** Keeps a processor busy for that many milliseconds of it. */
  private static void compute(int millis) {
    var threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void computingCounts() {
    double seen = beat(() -> compute(LONG));
    assertTrue(seen >= LONG - 1, "saw " + seen);
  }

  @Test
  void waitingForALockCounts() {
    Object lock = new Object();
    CountDownLatch taken = new CountDownLatch(1);
    Thread holder = new Thread(() -> {
      synchronized (lock) {
        taken.countDown();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * LONG);
        while (System.nanoTime() < end) {
          LockSupport.parkNanos(end - System.nanoTime());
        }
      }
    });
    holder.start();
    double seen = beat(() -> {
      await(taken);
      synchronized (lock) {
        assertTrue(Thread.holdsLock(lock));
      }
    });
    assertTrue(seen >= LONG, "saw " + seen);
  }

  @Test
  void waitingForAnotherProcessCounts() {
    double seen = beat(() -> {
      try {
        new ProcessBuilder("sleep", "0.2").start().getInputStream().read();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    assertTrue(seen >= LONG, "saw " + seen);
  }

  @Test
  void othersOnTheProcessorDoNotCount() {
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
      Thread other = new Thread(() -> {
        while (!stop.get()) {
          Thread.onSpinWait();
        }
      });
      other.setDaemon(true);
      other.start();
      others.add(other);
    }
    double[] wall = new double[1];
    double seen = beat(() -> {
      long begin = System.nanoTime();
      compute(SHORT);
      wall[0] = (System.nanoTime() - begin) / 1e6;
    });
    stop.set(true);
    assertTrue(seen >= SHORT - 1 && seen < LIMIT, "saw " + seen + " of " + wall[0]);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
