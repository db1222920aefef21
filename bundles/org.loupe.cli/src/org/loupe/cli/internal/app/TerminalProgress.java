/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.loupe.api.Progress;
import org.loupe.cli.internal.text.Figures;

/** Shows progress as a bar with the time left on a terminal, as a line now and then elsewhere. */
final class TerminalProgress implements Progress {
  private static final long SECOND = 1_000_000_000L;
  private static final long BAR_DELAY = SECOND / 2;
  private static final long BAR_PERIOD = SECOND / 10;
  private static final long LINE_PERIOD = 10 * SECOND;
  private static final int BAR_WIDTH = 24;

  private final Terminal terminal;
  private final LongSupplier nanoClock;
  private final BooleanSupplier cancelled;
  private String task = "";
  private long units;
  private long done;
  private long taskStarted;
  private long nextShown;

  TerminalProgress(Terminal terminal, LongSupplier nanoClock, BooleanSupplier cancelled) {
    this.terminal = terminal;
    this.nanoClock = nanoClock;
    this.cancelled = cancelled;
    this.nextShown = nanoClock.getAsLong() + (terminal.interactive() ? BAR_DELAY : LINE_PERIOD);
  }

  @Override
  public synchronized void begin(String newTask, long newUnits) {
    task = newTask;
    units = newUnits;
    done = 0;
    taskStarted = nanoClock.getAsLong();
    show();
  }

  @Override
  public synchronized void worked(long more) {
    done += more;
    show();
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }

  private void show() {
    long now = nanoClock.getAsLong();
    if (task.isEmpty() || now - nextShown < 0) {
      return;
    }
    nextShown = now + (terminal.interactive() ? BAR_PERIOD : LINE_PERIOD);
    if (terminal.interactive()) {
      terminal.showBar(fit(task + bar() + state(now)));
    } else {
      terminal.message(task + state(now).replaceFirst("^ +", ": "));
    }
  }

  private String bar() {
    if (units <= 0) {
      return "";
    }
    int filled = (int) (fraction() * BAR_WIDTH);
    return "  [" + "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled) + "]";
  }

  /** The share done and the time left, as far as they are known. */
  private String state(long now) {
    long elapsed = now - taskStarted;
    if (units <= 0) {
      return elapsed < SECOND ? "" : "  " + Figures.duration(elapsed);
    }
    String share = String.format(Locale.ROOT, "  %3d %%", (int) (fraction() * 100));
    if (done <= 0 || done >= units || elapsed < SECOND) {
      return share;
    }
    long left = (long) (elapsed / (double) done * (units - done));
    return share + ", " + Figures.duration(Math.max(SECOND, left / SECOND * SECOND)).replace(".0 s", " s") + " left";
  }

  private double fraction() {
    return Math.min(1, (double) done / units);
  }

  private String fit(String text) {
    int room = terminal.columns() - 1;
    return text.codePointCount(0, text.length()) <= room ? text : text.substring(0, text.offsetByCodePoints(0, room));
  }
}
