/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.loupe.api.Progress;

/** Shows a {@link Progress} on an Eclipse progress monitor. Safe for several threads. */
public final class MonitorProgress implements Progress {
  private static final int PARTS = 1000;

  /** Is told of every step, by the thread that makes it. */
  @FunctionalInterface
  public interface Listener {
    /** @param fraction of the present task, from 0 to 1, or NaN if unknown */
    void progress(String task, double fraction);
  }

  private final SubMonitor monitor;
  private final Listener listener;
  private String task = "";
  private long units;
  private long done;
  private int shown;

  /** Takes the whole monitor. */
  public MonitorProgress(IProgressMonitor monitor, String name, Listener listener) {
    this.monitor = SubMonitor.convert(monitor, name, PARTS);
    this.listener = listener;
  }

  @Override
  public synchronized void begin(String name, long count) {
    task = name;
    units = Math.max(0, count);
    done = 0;
    shown = 0;
    // a later task gets half of what is left, so that the bar never goes back
    monitor.setWorkRemaining(2 * PARTS);
    monitor.subTask(name);
    tell();
  }

  @Override
  public synchronized void worked(long more) {
    done += more;
    if (units > 0) {
      int parts = (int) Math.min(PARTS, done * (double) PARTS / units);
      monitor.worked(Math.max(0, parts - shown));
      shown = Math.max(shown, parts);
    }
    tell();
  }

  @Override
  public boolean cancelled() {
    return monitor.isCanceled();
  }

  private void tell() {
    listener.progress(task, units == 0 ? Double.NaN : Math.min(1, (double) done / units));
  }
}
