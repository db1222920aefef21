/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Display;

/**
 * Listens to the heart of the UI: runs its event loop and measures how long each turn of it keeps the thread from
 * answering, by the thread's {@link OwnTime}: computing, waiting and reading count, other programs that have the
 * processor meanwhile do not. Another thread looks at what long turns are doing.
 */
final class Heartbeat implements AutoCloseable {
  private static final long MICRO = 1_000;
  private static final int GLANCE = 15;
  private static final long DEADLINE = 120_000_000_000L;
  private static final int DEPTH = 60;

  /** A long turn. */
  record Beat(String step, double millis, String doing) {
  }

  private final OwnTime clock = new OwnTime();
  private final Display display = Display.getCurrent();
  private final Thread ui = Thread.currentThread();
  private final List<Beat> beats = new ArrayList<>();
  private final Thread watcher = new Thread(this::watch, "heartbeat");
  private volatile long turnStarted;
  private volatile String glimpse = "";
  private volatile boolean closed;
  private String step = "";

  Heartbeat() {
    watcher.setDaemon(true);
    watcher.start();
  }

  /** Has the UI thread do something, as an event would, and waits until something is so. */
  void step(String name, Runnable action, BooleanSupplier done) {
    step = name;
    boolean[] ran = new boolean[1];
    display.asyncExec(() -> {
      action.run();
      ran[0] = true;
    });
    long end = System.nanoTime() + DEADLINE;
    while (!ran[0] || !done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time: " + name);
      }
      turn();
    }
    // what follows from it
    while (turn()) {
      continue;
    }
  }

  private boolean turn() {
    display.timerExec(GLANCE, () -> {
      // wakes the display up, so that the condition is looked at again
    });
    double before = clock.millis();
    glimpse = "";
    turnStarted = System.nanoTime();
    boolean more = display.readAndDispatch();
    turnStarted = 0;
    double millis = clock.millis() - before;
    beats.add(new Beat(step, millis, glimpse));
    if (!more) {
      display.sleep();
    }
    return more;
  }

  private void watch() {
    while (!closed) {
      long started = turnStarted;
      if (started != 0 && System.nanoTime() - started > GLANCE * MICRO * MICRO) {
        StringBuilder text = new StringBuilder();
        StackTraceElement[] stack = ui.getStackTrace();
        for (int i = 0; i < Math.min(DEPTH, stack.length); i++) {
          text.append("\n    at ").append(stack[i]);
        }
        glimpse = text.toString();
      }
      try {
        Thread.sleep(GLANCE);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The longest turn of each step. */
  Map<String, Beat> longest() {
    Map<String, Beat> out = new HashMap<>();
    beats.forEach(beat -> out.merge(beat.step(), beat, (a, b) -> a.millis() >= b.millis() ? a : b));
    return out;
  }

  @Override
  public void close() {
    closed = true;
    watcher.interrupt();
  }
}
